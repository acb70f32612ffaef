import pytest

from tickets import create_app


@pytest.fixture
def app():
    return create_app({"TESTING": True, "API_TOKEN": "secret"})


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def headers():
    return {"X-Token": "secret"}
