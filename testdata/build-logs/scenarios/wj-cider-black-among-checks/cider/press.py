"""The press."""


def press(apples):
    return [a for a in apples if a]
