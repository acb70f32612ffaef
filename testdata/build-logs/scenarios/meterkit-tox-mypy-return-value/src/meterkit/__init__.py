"""Reads of meters."""

from .reading import Reading, total
from .units import convert

__all__ = ["Reading", "convert", "total"]
