import pytest


def test_empty_list(client):
    assert client.get("/api/tickets").get_json() == []


def test_create(client, headers):
    answer = client.post("/api/tickets", json={"title": "No paper"}, headers=headers)
    assert answer.status_code == 201
    assert answer.get_json()["state"] == "open"


@pytest.mark.parametrize("token", ["", "wrong", "SECRET"])
def test_create_without_token_fails(client, token):
    answer = client.post("/api/tickets", json={"title": "No paper"}, headers={"X-Token": token})
    assert answer.status_code == 401


def test_create_invalid(client, headers):
    answer = client.post("/api/tickets", json={"title": ""}, headers=headers)
    assert answer.status_code == 400
    assert answer.get_json()["errors"] == ["title is required"]


def test_sorted_by_priority(client, headers):
    for title, priority in (("c", 5), ("a", 1), ("b", 3)):
        client.post("/api/tickets", json={"title": title, "priority": priority}, headers=headers)
    assert [t["title"] for t in client.get("/api/tickets").get_json()] == ["a", "b", "c"]


def test_close(client, headers):
    number = client.post("/api/tickets", json={"title": "No paper"}, headers=headers).get_json()["id"]
    assert client.post(f"/api/tickets/{number}/close").get_json()["state"] == "closed"


@pytest.mark.parametrize("number", [1, 7, 1000])
def test_unknown_ticket_not_found(client, number):
    assert client.get(f"/api/tickets/{number}").status_code == 404
