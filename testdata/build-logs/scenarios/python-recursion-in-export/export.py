"""Exports the tree of categories."""
categories = {n: {"name": f"category {n}", "parent": n // 2} for n in range(1, 60)}


def path(number):
    category = categories[number]
    if category["parent"] is None:
        return category["name"]
    return path(category["parent"]) + " / " + category["name"]


categories[1]["parent"] = None
for number in range(1, 40):
    print(path(number))
categories[1]["parent"] = 40
for number in range(40, 60):
    print(path(number))
