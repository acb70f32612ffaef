import pytest

from gear import ratio


def test_ratio():
    assert ratio(40, 10) == 4


def test_none():
    with pytest.raises(ValueError):
        ratio(1, 0)
