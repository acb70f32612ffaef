import traceback

import pytest
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient


async def ok(request):
    return JSONResponse({"ok": True})


async def fail(request):
    raise RuntimeError("database is gone")


async def handle(request, error):
    traceback.print_exception(error)
    return JSONResponse({"error": str(error)}, status_code=500)


client = TestClient(Starlette(routes=[Route("/", ok), Route("/fail", fail)], exception_handlers={RuntimeError: handle}))


@pytest.mark.parametrize("n", range(20))
def test_ok(n):
    assert client.get("/").json() == {"ok": True}


def test_fail():
    assert client.get("/fail").status_code == 500


def test_not_found():
    print("ERROR: nothing at /nothing")
    assert client.get("/nothing").status_code == 404
