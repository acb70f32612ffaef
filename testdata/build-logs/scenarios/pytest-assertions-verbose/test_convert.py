import pytest

from convert import to_roman


@pytest.mark.parametrize("number", range(1, 90))
def test_is_text(number):
    assert to_roman(number)


@pytest.mark.parametrize("number, roman", [(1, "I"), (5, "V"), (9, "IX"), (14, "XIV"), (20, "XX")])
def test_value(number, roman):
    assert to_roman(number) == roman


@pytest.mark.xfail(reason="zero has no numeral")
def test_zero():
    assert to_roman(0)
