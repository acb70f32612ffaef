import logging

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, Field

app = FastAPI(title="sensors")
log = logging.getLogger("sensors")
STORE: dict[str, list[float]] = {}


class Reading(BaseModel):
    sensor: str = Field(min_length=1, max_length=20)
    value: float = Field(ge=-50, le=150)


@app.post("/readings", status_code=201)
def add(reading: Reading) -> dict:
    STORE.setdefault(reading.sensor, []).append(reading.value)
    return {"sensor": reading.sensor, "count": len(STORE[reading.sensor])}


@app.get("/sensors/{name}")
def average(name: str) -> dict:
    if name not in STORE:
        log.error("unknown sensor %s", name)
        raise HTTPException(404, "unknown sensor")
    values = STORE[name]
    return {"sensor": name, "average": sum(values) / len(values)}


@app.get("/health")
def health() -> dict:
    return {"status": "ok"}
