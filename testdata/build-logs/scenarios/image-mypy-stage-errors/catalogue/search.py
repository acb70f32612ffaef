from catalogue.models import Item


def find(items: list[Item], text: str) -> Item | None:
    for item in items:
        if text in item.sku:
            return item
    return None


def price_of(items: list[Item], text: str) -> float:
    return find(items, text).price


def names(items: list[Item]) -> list[str]:
    return [item.price for item in items]
