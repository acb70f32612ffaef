import pytest

from quota import take


@pytest.mark.parametrize("wanted", range(100))
def test_take(wanted):
    assert take(100, wanted) == 100 - wanted


@pytest.mark.parametrize("wanted", [101, 102, 200])
def test_too_much(wanted):
    with pytest.raises(ValueError, match="exceeded"):
        take(100, wanted)
