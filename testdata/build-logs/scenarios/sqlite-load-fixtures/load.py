import sqlite3
import sys

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY)")
for n in range(110):
    try:
        db.execute("INSERT INTO orders VALUES (?)", (n // 2,))
        print("inserted order", n)
    except sqlite3.IntegrityError as error:
        print(f"skipped: sqlite3.IntegrityError: {error}", file=sys.stderr, flush=True)
print("55 orders loaded")
