import datetime


def test_now():
    assert datetime.datetime.utcnow().year > 2000


def test_parse():
    assert datetime.date.fromisoformat("2026-01-01").month == 1
