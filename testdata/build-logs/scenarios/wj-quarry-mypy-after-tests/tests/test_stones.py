import pytest

from quarry.stones import Stone, total


@pytest.mark.parametrize("volume", [0, 1, 2.5, 100])
def test_total(volume):
    assert total([Stone("basalt", volume)], {"basalt": 3.0}) == volume * 3


@pytest.mark.parametrize("volume", [1, 2])
def test_unknown_stone(volume):
    with pytest.raises(TypeError):
        total([Stone("gneiss", volume)], {})
