from pydantic import BaseModel


class Item(BaseModel):
    sku: str
    price: float
    stock: int = 0

    def available(self) -> bool:
        return self.stock > 0
