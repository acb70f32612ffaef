import atexit
import concurrent.futures
import faulthandler
import logging
import subprocess
import sys
import traceback

logging.basicConfig(format="%(levelname)s:%(name)s:%(message)s")


class Cache:
    def __del__(self):
        raise OSError("cache folder is gone")


def fetch(n):
    if n % 2:
        raise ConnectionError(f"[Errno 111] Connection refused: mirror{n}")
    return n


with concurrent.futures.ThreadPoolExecutor(2) as pool:
    for future in [pool.submit(fetch, n) for n in range(4)]:
        try:
            future.result()
        except ConnectionError:
            logging.exception("could not warm the cache, next mirror")
Cache()
subprocess.run(["sh", "-c", "exit 3"])
done = subprocess.run([sys.executable, "-c", "import nothing_like_that"], stderr=subprocess.PIPE, text=True)
print(done.stderr)
faulthandler.dump_traceback()
atexit.register(lambda: 1 / 0)
try:
    raise SystemExit("fatal: never shown")
except SystemExit:
    traceback.print_exc(limit=1)
print("cache is warm: 2 of 4 mirrors")
