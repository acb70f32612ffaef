import logging

import jwt
from marshmallow import Schema, ValidationError, fields


class Order(Schema):
    number = fields.Int(required=True)


for row in ({"number": "12"}, {"number": "x"}, {}):
    try:
        print("order", Order().load(row))
    except ValidationError as error:
        logging.error("order rejected: %s", error)
try:
    jwt.decode("a.b.c", "secret", algorithms=["HS256"])
except jwt.InvalidTokenError:
    logging.exception("as it should be: token refused")
print("all checks passed")
