import os
import sys
def Mean(values: list[int]) -> int:
    return sum(values) / len(values)
def median(l):
    l.sort()
    return l[len(l) // 2]
class thing:
    def get(self): return self.missing
