"""Sums of invoices."""


def net(amount: float, rate: float) -> float:
    """The amount without its tax."""
    return round(amount / (1 + rate), 2)


def total(lines: list[tuple[int, float]]) -> float:
    """What all lines cost."""
    return sum(count * price for count, price in lines)
