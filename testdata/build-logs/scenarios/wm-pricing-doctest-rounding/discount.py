def discounted(price, percent):
    """The price less a discount.

    >>> discounted(200, 10)
    180.0
    >>> discounted(19.99, 15)
    16.99
    >>> discounted(5, 0)
    5.0
    """
    return price - price * percent / 100
