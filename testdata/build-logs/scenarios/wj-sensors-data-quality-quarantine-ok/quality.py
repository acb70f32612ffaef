import argparse
import logging
import random
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--records", type=int)
parser.add_argument("--limit", type=float)
options = parser.parse_args()
logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(asctime)s [%(levelname)s] %(name)s - %(message)s")
log = logging.getLogger("quality")
random.seed(5)
bad = 0
for n in range(options.records):
    value = random.gauss(20, 8)
    try:
        if value > 35:
            raise OverflowError(f"value {value:.1f} out of range")
        if value < 5:
            raise ValueError(f"sensor failed, value {value:.1f}")
        if n % 4 == 0:
            log.info("record %d: %.1f", n, value)
    except OverflowError:
        bad += 1
        log.exception("record %d goes to quarantine", n)
    except ValueError as error:
        bad += 1
        log.error("record %d goes to quarantine: %s", n, error)
share = bad / options.records
log.info("%d of %d records in quarantine (%.1f %%), limit %.1f %%", bad, options.records, 100 * share, 100 * options.limit)
if share > options.limit:
    log.critical("quality check failed")
    sys.exit(2)
log.info("quality check passed")
