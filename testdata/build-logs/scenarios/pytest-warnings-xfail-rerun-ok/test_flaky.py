import logging
import pathlib
import sys
import warnings

import pytest


def test_flaky():
    marker = pathlib.Path("seen")
    if not marker.exists():
        marker.write_text("x")
        raise ConnectionError("connection refused: 127.0.0.1:5432")


@pytest.mark.xfail(reason="known bug", raises=ZeroDivisionError)
def test_known_bug():
    1 / 0


@pytest.mark.skip(reason="needs a database")
def test_database():
    pass


def test_logs_errors():
    logging.error("could not read %s: No such file or directory", "/etc/ledger.conf")
    print("FAILED (errors=1)", file=sys.stderr)
    warnings.warn("old API", DeprecationWarning)
