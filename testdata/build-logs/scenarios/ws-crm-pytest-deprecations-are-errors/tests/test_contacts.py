import pytest

from crm import contacts


@pytest.mark.parametrize("first", [f"n{i}" for i in range(50)])
def test_name(first):
    assert contacts.name(first, "x") == first + " x"


def test_created():
    assert contacts.created().startswith("2")
