from decimal import ROUND_HALF_UP, Decimal

from pydantic import BaseModel, field_validator


class Entry(BaseModel):
    account: str
    amount: Decimal

    @field_validator("account")
    @classmethod
    def four_digits(cls, value):
        if len(value) != 4 or not value.isdigit():
            raise ValueError("an account has four digits")
        return value


def balance(entries):
    return sum((e.amount for e in entries), Decimal(0))


def tax(amount, rate="0.19"):
    return (amount * Decimal(rate)).quantize(Decimal("0.1"), ROUND_HALF_UP)
