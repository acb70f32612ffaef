import pytest
from vault import load


@pytest.mark.parametrize("n", range(20))
def test_keys(n):
    assert load(f"KEY{n}: {n}") == {f"key{n}": n}


def test_empty_file():
    assert load("") == {}
