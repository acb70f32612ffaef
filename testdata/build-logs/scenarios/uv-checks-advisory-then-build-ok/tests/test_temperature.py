import pytest

from temperature import celsius, parse


@pytest.mark.parametrize("f,c", [(32, 0), (212, 100), (-40, -40)])
def test_celsius(f, c):
    assert celsius(f) == c


@pytest.mark.parametrize("text", ["12", "x", "", "12K"])
def test_no_unit(text):
    with pytest.raises(ValueError, match="error: no unit"):
        parse(text)
