import json
import sqlite3
import sys

database = sqlite3.connect(sys.argv[1])
for path in sys.argv[2:]:
    print("loading", path)
    with open(path) as file:
        for row in json.load(file):
            database.execute("insert into product values (?, ?)", (row["sku"], row.get("price")))
database.commit()
