from datetime import date

import pytest
from billing.periods import end_of


@pytest.mark.parametrize("months", range(1, 13))
def test_first_of_month(months):
    assert end_of(date(2024, 1, 1), months).day == 1


def test_end_of_february():
    assert end_of(date(2024, 1, 31), 1) == date(2024, 2, 29)


@pytest.mark.xfail(reason="leap seconds are not supported")
def test_leap_second():
    assert end_of(date(2016, 12, 31), 0) == "23:59:60"
