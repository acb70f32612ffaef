def price(amount, currency="EUR"):
    return f"{amount / 100:.2f} {currency}"
