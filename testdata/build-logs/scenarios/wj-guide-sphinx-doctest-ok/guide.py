"""The guide."""


class GuideError(Exception):
    """An error of the guide."""


def route(a, b):
    """A way from a to b."""
    if a == b:
        raise GuideError(f"failed to find a way from {a} to {b}")
    return f"{a}-{b}"
