import datetime

import pytest

from sundial import hours, is_long


@pytest.mark.parametrize("latitude", [-40, -20, 0, 20, 40, 50])
def test_summer(latitude):
    assert is_long(hours(latitude, 0, datetime.date(2024, 6, 21))) == (latitude >= 0)


def test_polar_night_is_none():
    assert hours(80, 0, datetime.date(2024, 12, 21)) is None
