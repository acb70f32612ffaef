"""Hours of the sun."""
import datetime

from astral import LocationInfo
from astral.sun import sun


def hours(latitude, longitude, day):
    place = LocationInfo("here", "there", "UTC", latitude, longitude)
    try:
        times = sun(place.observer, date=day)
    except ValueError:
        return None
    return times["sunset"] - times["sunrise"]


def is_long(length):
    return length > datetime.timedelta(hours=12)
