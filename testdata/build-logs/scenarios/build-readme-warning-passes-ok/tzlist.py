def names():
    return ["UTC"]
