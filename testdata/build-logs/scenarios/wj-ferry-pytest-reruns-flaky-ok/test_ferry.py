import logging
import pathlib
import sys

import pytest

log = logging.getLogger("ferry")


def test_flaky_crossing():
    count = pathlib.Path("count.txt")
    n = int(count.read_text()) if count.exists() else 0
    count.write_text(str(n + 1))
    pathlib.Path("flaky.txt").write_text(f"test_flaky_crossing: {n} failures\n")
    assert n >= 2, "the ferry was late"


@pytest.mark.parametrize("port", ["Calais", "Dover", "Oslo", "Kiel"])
def test_departure(port):
    log.error("no timetable of %s", port)
    print(f"Error: {port} not in the table", file=sys.stderr)
    assert port


def test_fatal_is_logged(caplog):
    log.critical("FATAL: ferry sank")
    assert "sank" in caplog.text
