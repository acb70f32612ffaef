"""Sails."""
from .errors import SailError
