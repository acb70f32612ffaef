import sys
import time
import traceback


def retry(work, tries=4):
    for number in range(1, tries + 1):
        try:
            return work(number)
        except OSError as error:
            print(f"ERROR: try {number} of {tries}: {error}", file=sys.stderr)
            time.sleep(0.01)
    raise RuntimeError("gave up")


def flaky(number):
    if number < 3:
        raise ConnectionRefusedError(111, "Connection refused")
    return number


if __name__ == "__main__":
    print("done at try", retry(flaky))
    try:
        retry(lambda n: (_ for _ in ()).throw(TimeoutError("timed out")), 2)
    except RuntimeError:
        traceback.print_exc()
        print("as it should be")
