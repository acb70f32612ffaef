from dateutil.relativedelta import relativedelta


def end_of(start, months):
    return start + relativedelta(months=months)
