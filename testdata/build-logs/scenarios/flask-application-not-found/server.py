from flask import Flask


def build_server():
    server = Flask(__name__)

    @server.get("/health")
    def health():
        return {"status": "ok"}

    return server
