import pytest

import api


@pytest.fixture
def client():
    return api.app.test_client()


@pytest.mark.parametrize("number,status", [(1, 200), (0, 500), (10, 404), (9, 200)])
def test_status(client, number, status):
    assert client.get(f"/item/{number}").status_code == status


def test_post_is_refused(client):
    print("expecting: 405 METHOD NOT ALLOWED")
    assert client.post("/item/1").status_code == 405
