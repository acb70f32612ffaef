import pytest

from vault import code


@pytest.mark.parametrize("number", [0, 1, 42, 999, 1234, 9999])
def test_code(number):
    assert len(code(number)) == 4


@pytest.mark.parametrize("number", [-1, 10000, 123456])
def test_error(number):
    with pytest.raises(ValueError):
        code(number)
