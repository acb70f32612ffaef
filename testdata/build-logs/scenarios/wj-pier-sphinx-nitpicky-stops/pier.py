"""Moor ships."""


def moor(name):
    """Moors a ship.

    Args:
        name: of the ship
    """
    return name
