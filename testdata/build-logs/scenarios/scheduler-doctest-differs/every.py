"""Times of a schedule.

>>> minutes("2h")
120
>>> minutes("45m")
45
>>> minutes("1d")
1440
"""


def minutes(text):
    units = {"m": 1, "h": 60, "d": 60 * 12}
    return int(text[:-1]) * units[text[-1]]
