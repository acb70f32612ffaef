import math


def tile(lon, zoom):
    return int((lon + 180) / 360 * 2 ** zoom)


def test_zero():
    assert tile(-180, 3) == 0


def test_middle():
    assert tile(0, 1) == 1


def test_wrap():
    assert math.isclose(tile(179.99, 4), 15)
