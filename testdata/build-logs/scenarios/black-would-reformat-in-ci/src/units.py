KM = 1000
MILE = 1609.344


def miles(km: float) -> float:
    return km * KM / MILE
