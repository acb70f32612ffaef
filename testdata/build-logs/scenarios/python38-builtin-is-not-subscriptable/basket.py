def total(prices: list[float], discounts: dict[str, float]) -> float:
    return sum(prices) - sum(discounts.values())
