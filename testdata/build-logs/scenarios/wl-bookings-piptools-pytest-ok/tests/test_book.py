import datetime
import pytest
from starlette.testclient import TestClient
from bookings import app

client = TestClient(app)


@pytest.mark.parametrize("start,end,code", [(1, 2, 200), (3, 3, 422), (5, 4, 422)])
def test_book(start, end, code):
    assert client.post("/book", json={"from": start, "to": end}).status_code == code


def test_get_is_not_allowed():
    assert client.get("/book").status_code == 405


def test_old_clock():
    assert datetime.datetime.utcnow().year > 2000


@pytest.mark.xfail(reason="time zones come later")
def test_zone():
    assert client.post("/book", json={"from": "9+02", "to": "9+01"}).status_code == 200


@pytest.mark.skip(reason="needs the calendar server")
def test_calendar():
    raise RuntimeError
