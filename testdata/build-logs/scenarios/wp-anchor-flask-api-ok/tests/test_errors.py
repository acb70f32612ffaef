import pytest

from anchor import app


@pytest.mark.parametrize("number", range(20, 60))
def test_item(number):
    assert app.test_client().get(f"/items/{number}").json == {"item": number}


def test_error_not_found():
    assert app.test_client().get("/items/100").status_code == 404


def test_error_500_is_logged(caplog):
    assert app.test_client().get("/items/13").status_code == 500
    assert "RuntimeError" in caplog.text


@pytest.mark.xfail(reason="FAILED on purpose until 2.0", strict=True)
def test_known_failure():
    assert app.test_client().get("/items/-1").status_code == 200
