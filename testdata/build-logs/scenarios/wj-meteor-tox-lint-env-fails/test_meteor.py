import pytest

from meteor import mean, parse


@pytest.mark.parametrize("text", ["", "[", "[1, 'x']", "{"])
def test_parse_error(text):
    assert parse(text) == []


def test_parse():
    assert parse("[1, 2.5]") == [1.0, 2.5]


def test_mean():
    assert mean([1, 2, 3]) == 2
