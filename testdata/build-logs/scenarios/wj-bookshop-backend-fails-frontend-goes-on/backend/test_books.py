import pytest

from books import discount, key, shelf


@pytest.mark.parametrize("isbn", ["978-3-16-148410-0", "9783161484100"])
def test_key(isbn):
    assert key(isbn) == "9783161484100"


@pytest.mark.parametrize("isbn", ["", "123", "978-3-16-148410-1", "error"])
def test_wrong_isbn_fails(isbn):
    with pytest.raises(ValueError):
        key(isbn)


@pytest.mark.parametrize("price,percent,expected", [(1000, 10, 900), (999, 50, 500), (1001, 50, 501), (0, 50, 0)])
def test_discount(price, percent, expected):
    assert discount(price, percent) == expected


@pytest.mark.parametrize("year", [1750, 1899, 1900, 1999, 2024])
def test_shelf(year):
    assert shelf(year) == ("antique" if year < 1900 else "modern")
