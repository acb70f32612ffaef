import logging
import sqlite3

logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=logging.INFO)
log = logging.getLogger("migrate")
db = sqlite3.connect(":memory:")
for n in range(1, 81):
    log.info("applying %04d_error_table", n)
    try:
        db.execute("SELECT * FROM error_%d" % n)
    except sqlite3.OperationalError as error:
        log.warning("Error: %s, creating it", error)
        db.execute("CREATE TABLE error_%d (id)" % n)
log.info("80 migrations applied, 0 failed")
