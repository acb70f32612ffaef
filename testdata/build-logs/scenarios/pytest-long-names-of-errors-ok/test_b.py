import pytest

NAMES = ["ConnectionRefusedError", "fatal: not a git repository", "E404", "FAILED", "exit status 1", "No space left on device"]


@pytest.mark.parametrize("name", [f"{name}-{n}" for n in range(30) for name in NAMES])
def test_parses(name):
    assert name
