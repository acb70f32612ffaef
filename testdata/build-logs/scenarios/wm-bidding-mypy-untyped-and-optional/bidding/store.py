"""Where bids are kept."""

from bidding.auction import Bid, parse


def load(text: str) -> list[Bid]:
    return [parse(line) for line in text.splitlines()]


def count(text: str) -> int:
    return str(len(load(text)))
