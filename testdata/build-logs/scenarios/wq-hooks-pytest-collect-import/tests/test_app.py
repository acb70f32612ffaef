import pytest
from hooks import create_app


@pytest.fixture
def client():
    return create_app().test_client()


def test_health(client):
    assert client.get("/health").json == {"status": "ok"}


def test_hook(client):
    assert client.post("/hook", json={"event": "push"}).json == {"received": "push"}
