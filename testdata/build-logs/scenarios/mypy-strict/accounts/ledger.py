from decimal import Decimal


def total(values: list[Decimal]) -> Decimal:
    return sum(values)


def find(name, default=None):
    return {"cash": 1}.get(name, default)


class Ledger:
    def close(self) -> int:
        return total([Decimal(1)])
