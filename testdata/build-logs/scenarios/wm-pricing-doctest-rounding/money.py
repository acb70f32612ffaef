def cents(text):
    """
    >>> cents("1.20")
    120
    """
    return round(float(text) * 100)
