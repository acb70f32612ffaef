"""Gears."""


def ratio(a, b):
    """The ratio of two wheels."""
    if b == 0:
        raise ValueError("error: no teeth")
    return a / b
