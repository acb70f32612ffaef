def report(orders):
    total = sum(order["amount"] for order in orders)
    return {"orders": len(orders), "total": total, "currency": "EUR", "average": total / len(orders), "lines": [
        f"{order['id']:>6} {order['amount']:10.2f}" for order in orders]}
