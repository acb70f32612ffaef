"""Errors."""


def fail(code: int) -> str:
    """Fail with an error"""
    return "fatal: " + str( code )
