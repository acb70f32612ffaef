import itertools

calls = itertools.count()


def stock():
    if next(calls) == 0:
        raise ConnectionError("warehouse did not answer")
    return 3


def unused():
    return "never called"
