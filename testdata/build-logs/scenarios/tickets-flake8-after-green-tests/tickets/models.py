from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class Ticket(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    title = db.Column(db.String(80), nullable=False)
    state = db.Column(db.String(10), default="open", nullable=False)
    priority = db.Column(db.Integer, default=3)

    def as_dict(self):
        return {"id": self.id, "title": self.title, "state": self.state, "priority": self.priority}
