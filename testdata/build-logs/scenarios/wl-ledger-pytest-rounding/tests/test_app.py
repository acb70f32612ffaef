from ledger.app import app


def test_health():
    assert app.test_client().get("/health").json == {"ok": True}


def test_split_refuses_zero():
    assert app.test_client().post("/split", json={"total": 5, "parts": 0}).status_code == 400


def test_split():
    assert app.test_client().post("/split", json={"total": 10, "parts": 3}).json == [4, 3, 3]
