import pytest
from fastapi.testclient import TestClient

from accounts.app import DB, app


@pytest.fixture
def client():
    DB.clear()
    return TestClient(app)


@pytest.mark.parametrize("currency", ["EUR", "USD", "CHF", "SEK"])
def test_create(client, currency):
    answer = client.post("/accounts", json={"owner": "Ada", "currency": currency})
    assert answer.status_code == 201
    assert answer.json()["currency"] == currency


def test_read_unknown(client):
    assert client.get("/accounts/99").status_code == 404


def test_invalid(client):
    assert client.post("/accounts", json={}).status_code == 422


@pytest.mark.skip(reason="needs the ledger, see ACC-211")
def test_transfer(client):
    raise NotImplementedError


@pytest.mark.xfail(reason="ACC-198: failed lookups are cached", strict=False)
def test_cached(client):
    assert client.get("/accounts/1").status_code == 200
