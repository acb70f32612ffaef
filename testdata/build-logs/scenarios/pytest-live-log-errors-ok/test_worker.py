import logging
import sys

import pytest

log = logging.getLogger("worker")


def work(item):
    try:
        return 10 / item
    except ZeroDivisionError:
        log.exception("item %s failed", item)
        return None


@pytest.mark.parametrize("item", [0, 1, 2, 0, 4, 5, 0, 10])
def test_work(item):
    log.error("error budget is %s", item)
    assert work(item) == (10 / item if item else None)


def test_exit():
    print("FATAL: process would end here", file=sys.stderr)
    with pytest.raises(SystemExit):
        sys.exit(1)


@pytest.mark.xfail(strict=True, reason="known error")
def test_known():
    raise OSError("No space left on device")
