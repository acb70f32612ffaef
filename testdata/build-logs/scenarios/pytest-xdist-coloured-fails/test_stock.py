import pytest


@pytest.mark.parametrize("error", ["ConnectionError", "KeyError", "failed"])
def test_names(error):
    assert error
