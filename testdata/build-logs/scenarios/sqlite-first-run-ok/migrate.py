import sqlite3
import sys
import traceback

STEPS = ["create table orders (id integer primary key)", "alter table orders add placed text", "create index placed on orders (placed)"]
db = sqlite3.connect(sys.argv[1])
try:
    done = db.execute("select max(step) from migrations").fetchone()[0] or 0
except sqlite3.OperationalError:
    traceback.print_exc()
    print("new database: error above is expected")
    db.execute("create table migrations (step integer)")
    done = 0
for number, step in enumerate(STEPS[done:], done + 1):
    print(f"applying {number}: {step}... OK")
    db.execute(step)
    db.execute("insert into migrations values (?)", (number,))
db.commit()
print(f"{len(STEPS) - done} applied, 0 failed")
