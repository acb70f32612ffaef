from flask import Flask
from flask_login import LoginManager

app = Flask(__name__)
manager = LoginManager(app)


@app.route("/health")
def health():
    return "ok"
