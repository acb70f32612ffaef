import pytest
from fastapi.testclient import TestClient

from sensors.main import STORE, app


@pytest.fixture
def client():
    STORE.clear()
    return TestClient(app)


def test_health(client):
    assert client.get("/health").json() == {"status": "ok"}


@pytest.mark.parametrize("value", [-50, -1.5, 0, 20, 99.9, 150])
def test_accepted(client, value):
    assert client.post("/readings", json={"sensor": "attic", "value": value}).status_code == 201


@pytest.mark.parametrize("value", [-50.1, 151, "hot", None])
def test_refused_with_422(client, value):
    assert client.post("/readings", json={"sensor": "attic", "value": value}).status_code == 422


def test_average(client):
    for value in (10, 20, 30):
        client.post("/readings", json={"sensor": "attic", "value": value})
    assert client.get("/sensors/attic").json()["average"] == 20


def test_unknown_sensor(client):
    answer = client.get("/sensors/cellar")
    assert answer.status_code == 404
    assert answer.json()["detail"] == "unknown sensor"
