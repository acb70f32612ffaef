"""Where things are."""
import datetime
import json


class Store:
    """A shelf."""

    def __init__(self):
        self.items = {}

    def dump(self):
        """All as JSON."""
        return json.dumps(self.items, default=str)

    def stamp(self):
        """Now."""
        return datetime.now().isoformat()


def load(path):
    """From a file."""
    with open(path, encoding="utf-8") as file:
        return Store().read(file)
