"""Fruit."""


def ripe(colour):
    """Whether fruit of that colour is ripe."""
    return undefined_colours[colour]
