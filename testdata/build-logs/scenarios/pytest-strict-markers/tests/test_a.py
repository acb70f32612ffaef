import pytest


@pytest.mark.parametrize("n", range(30))
def test_small(n):
    assert n < 30
