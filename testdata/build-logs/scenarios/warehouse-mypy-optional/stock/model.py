from dataclasses import dataclass


@dataclass
class Item:
    sku: str
    count: int
    shelf: str | None = None
