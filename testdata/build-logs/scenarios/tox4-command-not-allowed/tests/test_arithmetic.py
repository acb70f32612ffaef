import pytest


@pytest.mark.parametrize("n", range(12))
def test_double(n):
    assert n + n == 2 * n
