import importlib
import logging
import warnings

import pytest

TRIES = []


@pytest.mark.parametrize("name", ["numpy", "yaml", "psycopg2", "MySQLdb"])
def test_optional_module(name):
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        logging.exception("optional module")
        pytest.skip(str(error))


@pytest.mark.flaky(reruns=3)
def test_flaky():
    TRIES.append(1)
    assert len(TRIES) > 2, "connection reset by peer"


@pytest.mark.xfail(raises=ZeroDivisionError)
def test_known():
    1 / 0


@pytest.mark.parametrize("n", range(25))
def test_error_code(n):
    warnings.warn(f"error code {n} is deprecated", DeprecationWarning)
