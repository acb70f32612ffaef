from fastapi import FastAPI, File, UploadFile

app = FastAPI()


@app.post("/files")
async def upload(file: UploadFile = File(...)):
    return {"name": file.filename}
