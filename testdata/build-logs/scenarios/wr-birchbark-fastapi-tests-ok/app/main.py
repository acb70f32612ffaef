import logging

from fastapi import FastAPI, HTTPException

app = FastAPI()
log = logging.getLogger("birchbark")


@app.get("/loans/{number}")
def loan(number: int):
    try:
        return {"rate": 100 // number}
    except ZeroDivisionError:
        log.exception("loan %d cannot be computed", number)
        raise HTTPException(status_code=500, detail="error: division by zero")


@app.on_event("startup")
def start():
    log.error("no cache server at cache:6379, caching is off")
