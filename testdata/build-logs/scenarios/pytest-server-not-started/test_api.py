import pytest


@pytest.mark.parametrize("path", ["/", "/items", "/orders"])
def test_answers(client, path):
    assert client + path


@pytest.mark.parametrize("number", range(20))
def test_numbers(number):
    assert number >= 0
