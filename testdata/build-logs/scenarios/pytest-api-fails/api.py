from fastapi import FastAPI

app = FastAPI()


@app.get("/health")
def health():
    return {"status": "ok"}


@app.get("/orders/{order}")
def order(order: int):
    return {"order": order, "state": "open"}
