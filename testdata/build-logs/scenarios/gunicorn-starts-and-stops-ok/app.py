from flask import Flask

app = Flask(__name__)


@app.get("/health")
def health():
    return "ok\n"


@app.get("/broken")
def broken():
    raise ValueError("this page always fails")
