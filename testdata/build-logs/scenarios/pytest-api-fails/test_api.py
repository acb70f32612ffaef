import logging

import pytest
from fastapi.testclient import TestClient

from api import app

client = TestClient(app)
log = logging.getLogger(__name__)


@pytest.mark.parametrize("order", range(90))
def test_order(order):
    log.error("database is not there, using memory")
    assert client.get(f"/orders/{order}").json()["order"] == order


def test_unknown_order_is_rejected():
    answer = client.get("/orders/none")
    assert answer.status_code == 422


def test_order_state():
    answer = client.get("/orders/7")
    assert answer.json()["state"] == "closed"


def test_health():
    assert client.get("/health").json() == {"status": "ok"}
