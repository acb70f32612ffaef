import os
import re
import sys


def words(text: str) -> list[str]:
    """Words of a text.

    >>> words("Error: 404, not found")
    ['error', '404', 'not', 'found']
    >>> words(None)
    Traceback (most recent call last):
    ...
    TypeError: expected string or bytes-like object, got 'NoneType'
    """
    return [w.lower() for w in re.findall(r"\w+", text)]


def untyped(x):
    y: int = "text"
    return x


def score(a: list[str], b: list[str]) -> float:
    """The score.

    >>> score(["a"], ["a", "b"])
    0.5
    """
    return len(set(a) & set(b)) / len(set(a) | set(b))
