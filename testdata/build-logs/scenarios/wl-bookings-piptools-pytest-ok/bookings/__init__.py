import logging
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

log = logging.getLogger("bookings")


async def book(request):
    body = await request.json()
    if body["to"] <= body["from"]:
        log.error("booking refused: ends before it starts")
        return JSONResponse({"error": "interval"}, 422)
    return JSONResponse({"ok": True})


app = Starlette(routes=[Route("/book", book, methods=["POST"])])
