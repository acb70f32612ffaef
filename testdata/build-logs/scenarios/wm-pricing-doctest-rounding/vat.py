def vat(net):
    """
    >>> vat(100)
    19.0
    """
    return net * 0.19
