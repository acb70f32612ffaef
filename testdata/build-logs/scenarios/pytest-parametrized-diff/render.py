def render(order):
    rows = [{"sku": sku, "count": count, "total": round(count * price, 2)} for sku, count, price in order]
    return {"rows": rows, "sum": round(sum(row["total"] for row in rows), 1)}
