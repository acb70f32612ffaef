import logging
import pytest

log = logging.getLogger("stock")


@pytest.mark.parametrize("error", ["timeout", "connection refused", "no space left on device", "permission denied"])
def test_error_is_logged(error, caplog):
    log.error("stock: %s", error)
    assert error in caplog.text


@pytest.mark.xfail(reason="rounding of half a unit is not decided")
def test_half_unit():
    assert round(2.5) == 3


@pytest.mark.skip(reason="needs a database")
def test_database():
    raise RuntimeError("not reached")


@pytest.mark.parametrize("n", range(40))
def test_count(n):
    assert n + n == 2 * n
