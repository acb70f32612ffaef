import logging
import numpy as np

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
rng = np.random.default_rng(7)
log = logging.getLogger("forecast")
failed = []
for n in range(120):
    series = rng.normal(size=24).cumsum()
    if n % 17 == 0:
        series[:] = 0
    if n % 40 == 9:
        log.error("series %03d: could not be fitted: too few values, left out", n)
        failed.append(n)
        continue
    ratio = series[1:] / series[:-1]
    log.info("series %03d: mean ratio %.3f", n, np.nanmean(ratio))
log.warning("%d of 120 series left out: %s", len(failed), failed)
print("accuracy", round(float(rng.random()), 3))
