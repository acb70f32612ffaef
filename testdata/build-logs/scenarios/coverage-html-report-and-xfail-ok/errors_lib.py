class ParseError(Exception):
    pass


def parse(text):
    if not text:
        raise ParseError("ERROR: empty input")
    if text.startswith("-"):
        raise ValueError(f"invalid value: {text}")
    return int(text)


def safe(text):
    try:
        return parse(text)
    except (ParseError, ValueError) as error:
        print("failed:", error)
        return None


def unused():
    return "never"
