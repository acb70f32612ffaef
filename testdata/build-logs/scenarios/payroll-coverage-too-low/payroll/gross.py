def gross(hours, rate):
    return hours * rate
