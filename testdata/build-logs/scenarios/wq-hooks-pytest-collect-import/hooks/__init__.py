from flask import Flask, request


def create_app():
    app = Flask(__name__)

    @app.post("/hook")
    def hook():
        return {"received": request.get_json()["event"]}

    @app.get("/health")
    def health():
        return {"status": "ok"}

    return app
