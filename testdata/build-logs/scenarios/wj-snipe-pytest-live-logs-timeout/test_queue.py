import pytest

from queue_client import ask


@pytest.mark.parametrize("worker", [f"w{n}" for n in range(1, 11)])
def test_worker(worker):
    assert ask(worker) == "done"


def test_error_of_unknown_worker():
    with pytest.raises(TimeoutError):
        ask("w7", 0.1)
