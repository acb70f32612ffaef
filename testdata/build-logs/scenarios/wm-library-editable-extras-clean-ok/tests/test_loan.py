"""Tests of loans."""

from acme_library import Loan


def test_overdue() -> None:
    """Late."""
    assert Loan("Emma").overdue(15)


def test_in_time() -> None:
    """In time."""
    assert not Loan("Emma").overdue(14)
