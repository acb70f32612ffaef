import pathlib
import sqlite3
import sys

folder, path = sys.argv[-2:]
db = sqlite3.connect(path)
db.execute("create table if not exists migrations (name text primary key)")
done = {name for name, in db.execute("select name from migrations")}
for file in sorted(pathlib.Path(folder).glob("*.sql")):
    if file.name in done:
        print(f"= {file.name}")
        continue
    print(f"> {file.name}", flush=True)
    with db:
        for statement in file.read_text().split(";"):
            if statement.strip():
                db.execute(statement)
        db.execute("insert into migrations values (?)", (file.name,))
print("migrations are complete")
