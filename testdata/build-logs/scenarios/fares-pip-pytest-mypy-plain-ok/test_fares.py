import pytest

from fares import fare


@pytest.mark.parametrize(("zones", "price"), [(1, 2.20), (2, 3.10), (3, 3.80), (4, 4.50), (9, 4.50)])
def test_fare(zones: int, price: float) -> None:
    assert fare(zones) == price


def test_child() -> None:
    assert fare(1, child=True) == 1.10
