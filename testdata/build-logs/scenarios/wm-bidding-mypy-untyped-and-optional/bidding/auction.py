"""Auctions."""

from typing import Optional


class Bid:
    def __init__(self, user: str, cents: int) -> None:
        self.user = user
        self.cents = cents


def best(bids: list[Bid]) -> Optional[Bid]:
    return max(bids, key=lambda b: b.cents, default=None)


def winner(bids: list[Bid]) -> str:
    return best(bids).user


def parse(line):
    user, cents = line.split(",")
    return Bid(user, int(cents))
