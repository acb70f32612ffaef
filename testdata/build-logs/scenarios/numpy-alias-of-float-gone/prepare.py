import numpy as np

rows = [[1, 2, 3], [4, 5, 6], [7, 8, 10]]
for number in range(0, 40):
    print(f"batch {number:02d}: {len(rows)} rows, 3 columns")
matrix = np.array(rows, dtype=np.float)
print(np.linalg.inv(matrix))
