import os
import sys
from typing import List


def total(values: List[int]) -> int:
    result = sum(values)
    l = len(values)
    return reslt


if total([]) == None:
    print(f"nothing")
