import pathlib
import sqlite3
import sys

db = sqlite3.connect(":memory:")
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    print("applying", path.name)
    db.executescript(path.read_text())
print("verifying schema")
db.execute("SELECT count(*) FROM accounts")
