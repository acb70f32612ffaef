import pytest


@pytest.mark.slow
def test_large():
    assert True
