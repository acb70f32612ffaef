from datetime import datetime


def created():
    return datetime.utcnow().isoformat()


def name(first, last):
    return f"{first} {last}".strip()
