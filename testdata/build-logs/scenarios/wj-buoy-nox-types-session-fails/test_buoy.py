from buoy import north, position


def test_position():
    assert position("1,2") == (1.0, 2.0)
    assert position("1") is None


def test_north():
    assert north("54.1,8.2")
    assert not north("-33,18")
