import datetime

import pytest
from billing import due, is_overdue, reminder_level


@pytest.mark.parametrize("day", range(1, 29))
def test_due_in_february(day):
    assert due(datetime.date(2023, 2, day)) > datetime.date(2023, 2, day)


@pytest.mark.parametrize("days,level", [(d, min(d // 14, 3)) for d in range(0, 70, 2)])
def test_reminder_level(days, level):
    assert reminder_level(days) == level


def test_negative_delay_is_refused():
    with pytest.raises(ValueError):
        reminder_level(-1)


def test_invoice_is_not_overdue_yet():
    assert not is_overdue(datetime.date(2026, 11, 2))


def test_invoice_is_overdue():
    assert is_overdue(datetime.date(2024, 1, 1))
