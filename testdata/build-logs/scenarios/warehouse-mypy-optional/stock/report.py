from stock.model import Item


def label(item: Item) -> str:
    return item.shelf.upper() + "/" + item.sku


def missing(items: list[Item]) -> list[str]:
    return [item.sku for item in items if item.count == 0]
