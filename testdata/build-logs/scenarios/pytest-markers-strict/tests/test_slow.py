import pytest


@pytest.mark.slow
def test_everything():
    assert all(range(1, 100))
