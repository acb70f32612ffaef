"""Error codes.

>>> text(1)
'error 1'
>>> text(-1)
Traceback (most recent call last):
ValueError: fatal error: negative code
>>> [text(n) for n in range(3)]
['error 0', 'error 1', 'error 2']
>>> text("x")
Traceback (most recent call last):
TypeError: FAILED
"""


def text(code):
    """The text of a code.

    >>> text(404)
    'error 404'
    >>> int("error")
    Traceback (most recent call last):
    ValueError: invalid literal for int() with base 10: 'error'
    """
    if not isinstance(code, int):
        raise TypeError("FAILED")
    if code < 0:
        raise ValueError("fatal error: negative code")
    return f"error {code}"


def failed(codes):
    """How many failed.

    >>> failed([0, 1, 2])
    2
    >>> failed(None)
    Traceback (most recent call last):
    TypeError: 'NoneType' object is not iterable
    """
    return sum(1 for code in codes if code)
