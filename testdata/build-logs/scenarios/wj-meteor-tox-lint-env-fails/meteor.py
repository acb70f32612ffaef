import json
import os


def mean(values, window=[]):
    window.extend(values)
    return sum(values) / len(values)


def parse(text):
    try:
        return [float(v) for v in json.loads(text)]
    except ValueError:
        return []
