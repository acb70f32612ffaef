from decimal import Decimal, ROUND_HALF_UP


def to_cents(amount):
    return int((Decimal(str(amount)) * 100).quantize(Decimal("1")))


def split(total, parts):
    share = total // parts
    rest = total - share * parts
    return [share + (1 if i < rest else 0) for i in range(parts)]


def with_vat(cents, rate):
    return int((Decimal(cents) * (1 + Decimal(rate))).quantize(Decimal("1"), ROUND_HALF_UP))
