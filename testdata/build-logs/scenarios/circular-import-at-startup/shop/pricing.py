from shop.models import Order


def price_of(order):
    return 2 if isinstance(order, Order) else 0
