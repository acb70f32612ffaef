import os
from dataclasses import dataclass


@dataclass
class Point:
    lat: float
    lon: float


def parse(text: str) -> Point | None:
    lat, _, lon = text.partition(",")
    return Point(float(lat), float(lon)) if lon else None


def north(text: str) -> bool:
    return parse(text).lat > 0


def label(point: Point) -> str:
    return point.lat
