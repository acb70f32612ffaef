import json

from flask import Flask

config = json.load(open("config/production.json"))
app = Flask(__name__)


@app.get("/health")
def health():
    return "ok"


app.run(port=8099)
