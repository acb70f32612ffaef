import pytest


@pytest.mark.parametrize("n", range(5))
def test_n(n):
    assert n < 5
