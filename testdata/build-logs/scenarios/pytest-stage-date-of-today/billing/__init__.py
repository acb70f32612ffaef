import datetime
import logging

log = logging.getLogger("billing")


def due(issued, days=14):
    return issued + datetime.timedelta(days=days)


def reminder_level(days_late):
    if days_late < 0:
        log.error("negative delay: %s", days_late)
        raise ValueError("negative delay")
    return min(days_late // 14, 3)


def is_overdue(invoice_date, today=None):
    today = today or datetime.date.today()
    return due(invoice_date) < today
