import click
from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:////tmp/app.db"
db = SQLAlchemy(app)
Migrate(app, db)


class Link(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    url = db.Column(db.String(200), nullable=False, unique=True)


@app.get("/links")
def links():
    return {"links": [link.url for link in Link.query]}


@app.cli.command("check-links")
def check_links():
    for url in ["https://a.example.org", "https://b.example.org", "https://a.example.org"]:
        try:
            db.session.add(Link(url=url))
            db.session.commit()
            click.echo(f"added {url}")
        except Exception as error:
            db.session.rollback()
            click.echo(f"skipped {url}: {error}", err=True)
    click.echo(f"{Link.query.count()} links")
