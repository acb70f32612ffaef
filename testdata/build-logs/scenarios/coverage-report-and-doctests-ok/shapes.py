"""Shapes.

>>> area(2, 3)
6
>>> area(1, 0.1)
0.10
"""


def area(a, b):
    if a < 0:
        raise ValueError("negative")
    return a * b


def volume(a, b, c):
    print("computing")
    result = area(a, b) * c
    if result > 1000:
        print("large")
        print("very large")
        print("error: too large")
    return result
