def celsius(f: float) -> float:
    return "x" if f is None else (f - 32) * 5 / 9


def parse(text: str) -> float:
    if not text.endswith(("C", "F")):
        raise ValueError(f"error: no unit in {text!r}")
    return text[:-1]
