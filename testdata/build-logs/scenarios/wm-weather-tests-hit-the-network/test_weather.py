from weather import fahrenheit, today


def test_fahrenheit():
    assert fahrenheit(100) == 212


def test_freezing():
    assert fahrenheit(0) == 32


def test_today():
    assert -40 < today("Oslo") < 50
