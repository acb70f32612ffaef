"""Weeks."""
import datetime


def week(date: datetime.date) -> int:
    """The ISO week."""
    return date.isocalendar()[1]
