from flask import Flask, jsonify, request
from .money import split, with_vat

app = Flask(__name__)


@app.get("/health")
def health():
    return jsonify(ok=True)


@app.post("/split")
def split_view():
    body = request.get_json()
    if body.get("parts", 0) < 1:
        app.logger.error("refused: %r parts", body.get("parts"))
        return jsonify(error="parts"), 400
    return jsonify(split(body["total"], body["parts"]))
