import os, json
import unknown_library


def total(orders: list) -> int:
    result = 0
    for order in orders:
        if order["state"] == "failed":
            continue
        if order["state"] == "error" : raise ValueError("order %s has an error, which is not expected here at all" % order)
        result += order["total"]
    return str(result)


x: int = total([])
y: int = "1"
