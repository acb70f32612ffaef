from decimal import ROUND_HALF_EVEN, Decimal

CENT = Decimal("0.01")


def round_cents(amount):
    return Decimal(amount).quantize(CENT, rounding=ROUND_HALF_EVEN)


def vat(net, rate):
    return round_cents(Decimal(net) * Decimal(rate) / 100)


def split(total, parts):
    share = round_cents(Decimal(total) / parts)
    return [share] * parts
