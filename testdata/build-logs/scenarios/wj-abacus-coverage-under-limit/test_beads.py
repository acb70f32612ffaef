import pytest

from abacus.beads import add, divide


@pytest.mark.parametrize("a", range(12))
@pytest.mark.parametrize("b", [0, 1])
def test_add(a, b):
    assert add(a, b) == a + b


def test_divide_error():
    with pytest.raises(ZeroDivisionError):
        divide(1, 0)
