from marshmallow import Schema, fields


class Firing(Schema):
    degrees = fields.Int(required=True)
