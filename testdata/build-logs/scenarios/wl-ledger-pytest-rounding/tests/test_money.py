import pytest
from ledger.money import split, to_cents, with_vat


@pytest.mark.parametrize("amount,cents", [("1.00", 100), ("0.1", 10), (19.99, 1999), ("2.005", 201), ("0.004", 0)])
def test_to_cents(amount, cents):
    assert to_cents(amount) == cents


@pytest.mark.parametrize("total,parts", [(100, 3), (99, 4), (1, 5), (0, 2), (1000, 7)])
def test_split_adds_up(total, parts):
    assert sum(split(total, parts)) == total


@pytest.mark.parametrize("cents,rate,expected", [(100, "0.19", 119), (333, "0.19", 396), (999, "0.07", 1069)])
def test_vat(cents, rate, expected):
    assert with_vat(cents, rate) == expected
