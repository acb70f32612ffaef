def total(quantity, cents):
    if quantity < 0:
        raise ValueError("quantity below zero")
    discount = 0.1 if quantity > 100 else 0
    return int(quantity * cents * (1 - discount))
