from flask import Blueprint, abort, current_app, jsonify, request

from .models import Ticket, db
from .validation import check_ticket

api = Blueprint("api", __name__)


@api.get("/tickets")
def all_tickets():
    query = db.select(Ticket).order_by(Ticket.priority, Ticket.id)
    return jsonify([ticket.as_dict() for ticket in db.session.scalars(query)])


@api.get("/tickets/<int:number>")
def one_ticket(number):
    return jsonify(db.get_or_404(Ticket, number).as_dict())


@api.post("/tickets")
def new_ticket():
    if request.headers.get("X-Token") != current_app.config["API_TOKEN"]:
        abort(401)
    errors = check_ticket(request.get_json())
    if errors:
        current_app.logger.error("ticket refused: %s", errors)
        return jsonify(errors=errors), 400
    ticket = Ticket(**request.get_json())
    db.session.add(ticket)
    db.session.commit()
    return jsonify(ticket.as_dict()), 201


@api.post("/tickets/<int:number>/close")
def close_ticket(number):
    ticket = db.get_or_404(Ticket, number)
    ticket.state = "closed"
    db.session.commit()
    return jsonify(ticket.as_dict())
