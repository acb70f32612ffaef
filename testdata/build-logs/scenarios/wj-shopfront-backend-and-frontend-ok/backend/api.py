from flask import Flask, jsonify, request

app = Flask(__name__)
PRICES = {"tea": 250, "coffee": 300, "cake": 420}


@app.errorhandler(KeyError)
def missing(error):
    app.logger.error("no such article: %s", error)
    return jsonify(error="not found"), 404


@app.get("/price/<name>")
def price(name):
    return jsonify(price=PRICES[name])


@app.post("/order")
def order():
    items = request.get_json()["items"]
    if not items:
        app.logger.warning("an empty order failed validation")
        return jsonify(error="empty"), 422
    return jsonify(total=sum(PRICES[i] for i in items))
