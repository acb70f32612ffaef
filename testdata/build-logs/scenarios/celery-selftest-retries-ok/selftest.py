import logging

import tasks

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
for name in ("orders", "invoices", "errors"):
    result = tasks.fetch.apply(args=[name])
    logging.info("task %s: %s after %d attempts", name, result.state, tasks.seen[name])
    assert result.successful()
try:
    tasks.fetch.apply(args=[None, "too", "many"], throw=True)
except TypeError as error:
    logging.error("refused: %s", error)
print("selftest passed, failed tasks: 0")
