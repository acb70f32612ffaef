import pytest

from api import PRICES


@pytest.mark.parametrize("name", list(PRICES))
def test_price(client, name):
    assert client.get(f"/price/{name}").json["price"] == PRICES[name]


@pytest.mark.parametrize("name", ["", "coal", "error", "../etc"])
def test_not_found(client, name):
    assert client.get(f"/price/{name}").status_code == 404


@pytest.mark.parametrize("items,total", [(["tea"], 250), (["tea", "cake"], 670), (["coffee"] * 3, 900)])
def test_order(client, items, total):
    assert client.post("/order", json={"items": items}).json["total"] == total


def test_empty_order_fails(client):
    assert client.post("/order", json={"items": []}).status_code == 422
