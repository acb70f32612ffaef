"""Keeps the stock's ledger."""
__version__ = "1.2.3"
