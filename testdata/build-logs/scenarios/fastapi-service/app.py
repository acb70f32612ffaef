from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/items/{item}")
def read(item: int):
    if item > 10:
        raise HTTPException(status_code=404, detail="error: no such item")
    return {"item": item}
