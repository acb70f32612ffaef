import pytest

from kiln import Firing


@pytest.mark.parametrize("degrees", ["hot", None, []])
def test_error(degrees):
    assert "degrees" in Firing().validate({"degrees": degrees})
