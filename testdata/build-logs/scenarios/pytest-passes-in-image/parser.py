class ParseError(Exception):
    """A document that cannot be parsed"""


def parse(text):
    if not text:
        raise ParseError("empty document")
    if text.startswith("!"):
        return None
    return text.split(",")
