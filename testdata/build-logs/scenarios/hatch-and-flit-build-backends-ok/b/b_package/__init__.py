"""The package b."""
__version__ = "0.2"
