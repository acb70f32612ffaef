from orders import create_app


def test_orders():
    client = create_app().test_client()
    assert client.get("/orders").json == [{"id": 1}]
