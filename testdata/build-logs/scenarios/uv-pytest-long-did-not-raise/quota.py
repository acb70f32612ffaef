def take(left, wanted):
    if wanted > left + 1:
        raise ValueError("quota exceeded")
    return left - wanted
