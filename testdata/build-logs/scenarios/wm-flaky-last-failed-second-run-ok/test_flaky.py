import pathlib


def test_stable():
    assert 1 + 1 == 2


def test_cache_warms_up():
    marker = pathlib.Path("/tmp/warm")
    warm = marker.exists()
    marker.touch()
    assert warm, "cache is cold"


def test_more():
    assert "x" in "xyz"
