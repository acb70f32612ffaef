"""Stones and what they weigh."""
from dataclasses import dataclass


@dataclass
class Stone:
    kind: str
    volume: float

    def weight(self, density: dict[str, float]) -> float:
        return density.get(self.kind) * self.volume


def total(stones: list[Stone], density: dict[str, float]) -> float:
    result = 0
    for stone in stones:
        result += stone.weight(density)
    return result


def label(stone: Stone) -> str:
    return stone.kind.upper() + stone.volume
