"""Fares by zones."""

ZONES = {1: 2.20, 2: 3.10, 3: 3.80}


def fare(zones: int, child: bool = False) -> float:
    """What a ticket costs."""
    price = ZONES.get(zones, 4.50)
    return round(price / 2, 2) if child else price
