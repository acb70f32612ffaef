"""One reading of a meter."""

from __future__ import annotations

from datetime import datetime
from typing import Iterable, Optional

from attrs import define
from dateutil.parser import isoparse

from .units import convert


@define
class Reading:
    """When, how much and in which unit."""

    at: datetime
    value: float
    unit: str = "kWh"

    @classmethod
    def parse(cls, text: str) -> Reading:
        """Reads a line: time, value, unit."""
        at, value, *unit = text.split(";")
        return cls(isoparse(at), float(value), *unit)

    def in_unit(self, unit: str) -> float:
        """The value in that unit."""
        return convert(self.value, self.unit, unit)


def total(readings: Iterable[Reading], unit: str = "kWh") -> float:
    """The sum of all."""
    return sum(reading.in_unit(unit) for reading in readings)


def latest(readings: Iterable[Reading]) -> Optional[Reading]:
    """The last one, or None."""
    known = sorted(readings, key=lambda reading: reading.at)
    return known[-1] if known else None
