import os


def stir(times):
    """Stirs.

    >>> stir(2)
    'stir stir'
    >>> stir(-1)
    Traceback (most recent call last):
        ...
    ValueError: cannot stir -1 times
    """
    if times < 0:
        raise ValueError(f"cannot stir {times} times")
    return " ".join(["stir"] * times)
