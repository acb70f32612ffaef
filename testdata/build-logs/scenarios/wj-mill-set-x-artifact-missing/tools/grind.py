import sys

for step in range(1, 9):
    print(f"{sys.argv[1]}: step {step} of 8")
print(f"{sys.argv[1]}: 0 errors, {len(sys.argv[1])} warnings")
