import os, sys
from typing import List


def total(items: List[int]) -> int:
    result: str = sum(items)
    return result


def test_total() -> None:
    assert total([1, 2]) == 3
