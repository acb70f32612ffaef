import os


def power(cylinders):
    if os.environ.get("ENGINE_NEXT"):
        return cylinders * 26
    return cylinders * 25
