import logging

from flask import Flask, jsonify
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
log = logging.getLogger("api")


class Part(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(20), unique=True, nullable=False)


def create_app():
    app = Flask(__name__)
    app.config.update(SQLALCHEMY_DATABASE_URI="sqlite://", SQLALCHEMY_TRACK_MODIFICATIONS=False)
    db.init_app(app)
    with app.app_context():
        db.create_all()

    @app.post("/parts/<name>")
    def add(name):
        try:
            db.session.add(Part(name=name))
            db.session.commit()
        except Exception:
            log.exception("could not add %s", name)
            db.session.rollback()
            return jsonify(error="exists"), 409
        return jsonify(ok=True), 201

    @app.get("/boom")
    def boom():
        raise RuntimeError("boom")

    return app
