"""The book."""


def empty():
    return {"buy": [], "sell": []}
