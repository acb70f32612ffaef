import pytest

from engine import power


@pytest.mark.parametrize("n", [0, 3, 4, 6])
def test_power(n):
    assert power(n) == n * 25
