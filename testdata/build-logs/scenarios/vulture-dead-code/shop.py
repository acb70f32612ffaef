import os


def total(items):
    unused = 1
    return sum(items)


def failed():
    return "failed"


print(total([1]))
