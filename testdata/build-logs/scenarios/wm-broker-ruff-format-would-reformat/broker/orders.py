"""Orders."""


def total(orders):
    return sum(o["price"]*o["amount"] for o in orders)


def largest(orders):
    """The order that is worth most."""
    return max(orders, key=lambda o: o["price"] * o["amount"])
