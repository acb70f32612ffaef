import attr

from shop.pricing import price_of


@attr.s
class Order:
    id = attr.ib()

    def price(self):
        return price_of(self)
