import isbnlib


def key(isbn):
    if not isbnlib.is_isbn13(isbn):
        raise ValueError(f"no ISBN: {isbn}")
    return isbnlib.canonical(isbn)


def discount(price, percent):
    return round(price * (100 - percent) / 100)


def shelf(year):
    return "antique" if year < 1900 else "modern"
