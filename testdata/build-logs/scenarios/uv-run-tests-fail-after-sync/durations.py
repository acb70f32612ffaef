import re

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def parse(text):
    parts = re.findall(r"(\d+)([smhd])", text)
    if not parts:
        raise ValueError(f"no duration: {text!r}")
    return sum(int(number) * UNITS[unit] for number, unit in parts)
