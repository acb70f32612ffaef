import pytest


@pytest.mark.parametrize("name", [f"error_{n}" for n in range(260)])
def test_page(name):
    assert name
