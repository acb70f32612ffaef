from dataclasses import dataclass, field


@dataclass
class Cart:
    items: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, count: int = 1) -> None:
        self.items[name] = self.items.get(name, 0) + count

    def total(self, prices: dict[str, float]) -> float:
        return sum(prices.get(name) * count for name, count in self.items.items())


def cheapest(cart: Cart) -> str:
    return min(cart.items, default=None)
