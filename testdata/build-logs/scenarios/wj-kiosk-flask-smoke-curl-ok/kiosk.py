import time

from flask import Flask, abort, jsonify

app = Flask(__name__)
PRICES = {"tea": 2, "coffee": 3}


@app.get("/health")
def health():
    return "ok"


@app.get("/prices/<name>")
def price(name):
    return jsonify(PRICES[name]) if name in PRICES else abort(404)


@app.get("/broken")
def broken():
    raise RuntimeError("the till is broken")


time.sleep(2)
app.run(port=5871)
