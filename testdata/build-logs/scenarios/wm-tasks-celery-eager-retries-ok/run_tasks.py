import logging

logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(message).110s")
from tasks import broken, fetch

for name in ("rates", "holidays"):
    print("=>", fetch.apply(args=[name]).get())
result = broken.apply()
print("=> broken is", result.state, "as the dead letter test wants")
