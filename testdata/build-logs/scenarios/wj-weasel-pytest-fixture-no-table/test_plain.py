import pytest


@pytest.mark.parametrize("n", range(30))
def test_weight(n):
    assert n * 2 == n + n


def test_error():
    with pytest.raises(ZeroDivisionError):
        1 / 0
