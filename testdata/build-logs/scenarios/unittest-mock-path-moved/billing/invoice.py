from billing import rates


def amount(hours):
    return hours * rates.current()
