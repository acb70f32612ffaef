import logging
import warnings

import pytest


def flaky(tries=[0]):
    tries[0] += 1
    if tries[0] < 3:
        raise ConnectionError("Connection refused")
    return "ok"


def test_retry():
    for n in range(3):
        try:
            assert flaky() == "ok"
        except ConnectionError as error:
            logging.exception("try %d failed: %s", n, error)


def test_raises():
    with pytest.raises(ZeroDivisionError):
        1 / 0


def test_warns():
    warnings.warn("DeprecationWarning: error() is deprecated")


@pytest.mark.parametrize("code", [f"E{n:03}" for n in range(70)])
def test_error_code(code):
    print(f"ERROR {code}: fatal error: file not found")


@pytest.mark.xfail
def test_known_bug():
    assert False, "FAILED as known"


@pytest.mark.skip(reason="no network")
def test_network():
    pass
