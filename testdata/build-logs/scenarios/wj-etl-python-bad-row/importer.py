import csv
import logging
import sys

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)-7s %(message)s", stream=sys.stdout)
log = logging.getLogger()


def load(name):
    total = 0
    with open(name, newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            if not row["amount"]:
                log.warning("%s:%d: no amount, taken as 0", name, number)
                continue
            total += int(row["amount"])
    log.info("%s: total %d", name, total)
    return total


if __name__ == "__main__":
    log.info("sum %d", sum(load(name) for name in sys.argv[1:]))
