import datetime
import secrets


def expires(minutes):
    return datetime.datetime.utcnow() + datetime.timedelta(minutes=minutes)


def token():
    return secrets.token_hex(8)
