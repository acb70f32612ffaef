import json
import re
from datetime import datetime


def parse(text, seen=[]):
    data = json.loads(text)
    for entry in data["entries"]:
        seen.append(entry["id"])
    return entires


def when(entry):
    return datetime.fromisoformat(entry["date"])
