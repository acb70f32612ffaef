import datetime, os
import warnings


def today() -> str:
    return datetime.datetime.utcnow().date()


def old_name():
    warnings.warn("old_name is now called today", DeprecationWarning)
    return today()
