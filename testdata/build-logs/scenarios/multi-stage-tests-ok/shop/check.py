import sys

for number in range(1, 60):
    print(f"rule {number}: ok" if number % 13 else f"rule {number}: ERROR: not met", file=sys.stderr)
sys.exit(1)
