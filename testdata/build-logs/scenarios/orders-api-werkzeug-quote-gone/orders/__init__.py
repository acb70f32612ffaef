from flask import Flask, jsonify


def create_app():
    app = Flask(__name__)

    @app.get("/orders")
    def orders():
        return jsonify([{"id": 1}])

    return app
