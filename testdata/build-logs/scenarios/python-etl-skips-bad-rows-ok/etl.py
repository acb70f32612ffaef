import csv
import logging
import sys

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", stream=sys.stderr)
loaded = rejected = 0
for name in sys.argv[1:]:
    logging.info("reading %s", name)
    with open(name) as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            try:
                float(row["price"])
                if not row["name"]:
                    raise ValueError("name is empty")
                loaded += 1
                logging.info("%s:%d loaded %s", name, number, row["name"])
            except Exception:
                rejected += 1
                logging.exception("%s:%d rejected", name, number)
logging.warning("%d rows rejected, limit is 10", rejected)
print(f"loaded {loaded}, rejected {rejected}")
sys.exit(rejected > 10)
