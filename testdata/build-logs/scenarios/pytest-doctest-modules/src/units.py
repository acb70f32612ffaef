"""Units.

>>> to_miles(10)
6.21
"""


def to_miles(km):
    """
    >>> to_miles(0)
    0.0
    >>> to_miles(1.609344)
    1.0
    """
    return round(km / 1.609344, 3)
