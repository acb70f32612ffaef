from flask import Flask
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


def make():
    app = Flask(__name__)
    db.init_app(app)
    return app
