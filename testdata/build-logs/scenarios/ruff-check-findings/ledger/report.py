import os
import json


def report(rows):
    unused = 1
    return f"total"
