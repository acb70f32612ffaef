import os, json
import imp_missing_typed


def total(rows: list[int]) -> str:
    return sum(rows)
