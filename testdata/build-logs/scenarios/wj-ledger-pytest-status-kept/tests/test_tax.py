from decimal import Decimal

import pytest

from ledger import tax


@pytest.mark.parametrize("amount,expected", [("10.00", "1.90"), ("0.00", "0.00"), ("100.00", "19.00")])
def test_tax(amount, expected):
    assert tax(Decimal(amount)) == Decimal(expected)


def test_tax_of_cents():
    assert tax(Decimal("9.99")) == Decimal("1.90")


def test_tax_reduced():
    assert tax(Decimal("9.50"), "0.07") == Decimal("0.67")


@pytest.mark.skip(reason="needs the tax office sandbox")
def test_submit():
    pass
