"""The accounts service."""
import logging

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

log = logging.getLogger(__name__)
app = FastAPI(title="accounts")
DB: dict[int, dict] = {}


class Account(BaseModel):
    owner: str
    currency: str = "EUR"


@app.on_event("startup")
def started() -> None:
    log.info("started")


@app.post("/accounts", status_code=201)
def create(account: Account) -> dict:
    number = len(DB) + 1
    DB[number] = account.dict() | {"id": number, "balance": 0}
    return DB[number]


@app.get("/accounts/{number}")
def read(number: int) -> dict:
    if number not in DB:
        log.error("account %d not found", number)
        raise HTTPException(404, "not found")
    return DB[number]
