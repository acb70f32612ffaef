"""Positions of buoys."""
from typing import Optional


def position(line: str) -> Optional[tuple[float, float]]:
    """The position in a line."""
    parts = line.split(",")
    if len(parts) != 2:
        return None
    return float(parts[0]), float(parts[1])


def north(line: str) -> bool:
    """Whether it lies in the north."""
    return position(line)[0] > 0


def name(line: str) -> str:
    """The name."""
    return len(line)
