import warnings

import pytest
from fastapi.testclient import TestClient

from app.main import app

client = TestClient(app)


@pytest.mark.parametrize("number", range(1, 30))
def test_rate(number):
    assert client.get(f"/loans/{number}").json()["rate"] == 100 // number


def test_error_is_answered():
    assert client.get("/loans/0").status_code == 500


@pytest.mark.parametrize("bad", ["error", "null", "1.5"])
def test_refused(bad):
    warnings.warn("error format changes in 2.0", DeprecationWarning)
    assert client.get(f"/loans/{bad}").status_code == 422


@pytest.mark.xfail(reason="loan of a negative number is not refused yet")
def test_negative():
    assert client.get("/loans/-1").status_code == 422
