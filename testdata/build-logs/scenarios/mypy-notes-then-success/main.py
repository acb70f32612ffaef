import json


def total(rows):
    error: str = 3
    return sum(rows)


def show(rows: list[int]) -> None:
    reveal_type(rows)
    print(json.dumps(rows))
