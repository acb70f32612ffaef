import csv
import logging
import sqlite3
import sys

logging.basicConfig(level=logging.INFO, format="%(levelname)-7s %(name)s %(message)s", stream=sys.stdout)
log = logging.getLogger("stats")
what, name, *files = sys.argv[1:]
db = sqlite3.connect(name)
if what == "schema":
    with open(files[0]) as f:
        db.executescript(f.read())
    log.info("schema made")
elif what == "load":
    with open(files[0]) as f, db:
        rows = list(csv.reader(f))
        for row in rows:
            if int(row[2]) > 63:
                log.warning("long visit %s of %s", row[0], row[1])
            db.execute("INSERT INTO visit VALUES (?, ?, ?)", row)
    log.info("%s: %d rows", files[0], len(rows))
else:
    for row in db.execute("SELECT page, SUM(seconds) FROM visit GROUP BY page"):
        log.info("%s %d", *row)
