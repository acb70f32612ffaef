import threading

import pytest

LOGS = [
    "ERROR: Could not find a version that satisfies the requirement numpy==9.9",
    "npm ERR! code ERESOLVE",
    "fatal error: Python.h: No such file or directory",
    'Error: building at STEP "RUN make": exit status 2',
    "E: Unable to locate package libfoo-dev",
]


@pytest.mark.parametrize("log", LOGS)
def test_finds(log):
    print(log)
    assert log


def test_thread():
    thread = threading.Thread(target=lambda: {}["gone"])
    thread.start()
    thread.join()


def test_unraisable():
    class Broken:
        def __del__(self):
            raise RuntimeError("in __del__")

    Broken()
