from flask import Flask
import error_pages

app = Flask(__name__)
error_pages.register(app)


@app.get("/health")
def health():
    return "ok"
