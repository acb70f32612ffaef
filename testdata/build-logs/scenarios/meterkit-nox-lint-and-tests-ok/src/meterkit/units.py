"""Units of energy."""

FACTORS = {"Wh": 1.0, "kWh": 1000.0, "MWh": 1000000.0, "J": 1 / 3600, "MJ": 1000000 / 3600}


def convert(value: float, source: str, target: str) -> float:
    """The value in another unit."""
    return value * FACTORS[source] / FACTORS[target]


def known(unit: str) -> bool:
    """Is that a unit?"""
    return unit in FACTORS
