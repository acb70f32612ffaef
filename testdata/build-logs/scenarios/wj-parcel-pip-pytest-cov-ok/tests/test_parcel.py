import datetime

import pytest
from freezegun import freeze_time

from parcel import Parcel, ParcelError, due


@pytest.mark.parametrize("zone,weight,price", [
    ("DE", 1, 4.3), ("DE", 2, 5.1), ("DE", 10, 11.5), ("FR", 1, 5.1), ("FR", 3, 8.3),
    ("PL", 0.5, 4.3), ("US", 1, 7.5), ("US", 20, 83.5)])
def test_price(zone, weight, price):
    assert Parcel(weight, zone).price() == price


@pytest.mark.parametrize("weight", [0, -1, -0.5])
def test_weight_error(weight):
    with pytest.raises(ParcelError, match="must be positive"):
        Parcel(weight, "DE").price()


def test_unknown_zone_fails():
    with pytest.raises(ParcelError, match="unknown zone"):
        Parcel(1, "XX").price()


@freeze_time("2024-05-03 10:00")
def test_due_over_weekend():
    assert due(1) == datetime.date(2024, 5, 6)


def test_due_from_start():
    assert due(3, datetime.datetime(2024, 5, 6)) == datetime.date(2024, 5, 9)


@pytest.mark.skip(reason="label printer is not reachable from CI")
def test_label_printer():
    raise AssertionError


@pytest.mark.xfail(reason="PARCEL-114: rounding of half cents")
def test_half_cents():
    assert Parcel(0.00625, "DE").price() == 3.51
