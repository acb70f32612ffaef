from flask import Flask

from .models import db


def create_app(config=None):
    app = Flask(__name__)
    app.config.update(SQLALCHEMY_DATABASE_URI="sqlite:///:memory:", API_TOKEN="dev")
    app.config.update(config or {})
    db.init_app(app)
    from .views import api
    app.register_blueprint(api, url_prefix="/api")
    with app.app_context():
        db.create_all()
    return app
