import json
import pathlib

import pytest

from catalogue import price


@pytest.fixture(scope="module")
def products():
    return json.loads(pathlib.Path("fixtures/products.json").read_text())


@pytest.mark.parametrize("amount", range(0, 9000, 100))
def test_price(amount):
    assert price(amount).endswith(" EUR")


def test_products_have_prices(products):
    assert all(p["price"] for p in products)


def test_products_have_names(products):
    assert all(p["name"] for p in products)


@pytest.mark.parametrize("currency", ["USD", "CHF", "SEK", "PLN"])
def test_currency(currency):
    assert price(1, currency) == f"0.01 {currency}"
