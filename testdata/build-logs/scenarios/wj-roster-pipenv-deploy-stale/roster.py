import sys

print("roster is fine")
sys.exit(0)
