import pytest

import shop


def test_stock():
    assert shop.stock() == 3


@pytest.mark.parametrize("error", ["ENOENT", "EPERM", "fatal error", "undefined reference"])
def test_names_of_errors(error):
    assert error


@pytest.mark.skip(reason="needs a database")
def test_database():
    raise RuntimeError
