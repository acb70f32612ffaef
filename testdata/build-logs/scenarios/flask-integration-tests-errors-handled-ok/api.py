from flask import Flask, abort, jsonify

app = Flask(__name__)


@app.get("/item/<int:number>")
def item(number):
    if number == 0:
        raise ZeroDivisionError("division by zero")
    if number > 9:
        abort(404)
    return jsonify(id=number)


@app.errorhandler(500)
def failed(error):
    app.logger.error("500 for the client: %s", error.original_exception)
    return {"error": "internal"}, 500
