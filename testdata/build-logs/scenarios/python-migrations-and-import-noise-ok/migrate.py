import sqlite3
import sys

db = sqlite3.connect("/tmp/app.db")
for n in range(1, 51):
    print(f"applying migration {n:03d}", flush=True)
    try:
        db.execute(f"create table t{n % 45} (id integer primary key)")
    except sqlite3.OperationalError as error:
        print(f"  sqlite3.OperationalError: {error} (already applied, skipped)", file=sys.stderr, flush=True)
for n in range(40):
    try:
        db.execute("insert into t1 values (?)", (n % 35,))
    except sqlite3.IntegrityError as error:
        print(f"  row {n}: sqlite3.IntegrityError: {error}; kept the old row", file=sys.stderr, flush=True)
print(f"migrated: {db.execute('select count(*) from t1').fetchone()[0]} rows, 0 fatal errors")
