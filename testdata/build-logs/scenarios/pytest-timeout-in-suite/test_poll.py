import threading
import time

import pytest


def wait_until(ready, every=0.2):
    while not ready():
        time.sleep(every)


@pytest.mark.parametrize("number", range(60))
def test_ready_at_once(number):
    wait_until(lambda: True)


def test_ready_soon():
    event = threading.Event()
    threading.Timer(0.3, event.set).start()
    wait_until(event.is_set)


def test_ready_after_start():
    state = {"started": False}
    wait_until(lambda: state["started"])


def test_last():
    assert True
