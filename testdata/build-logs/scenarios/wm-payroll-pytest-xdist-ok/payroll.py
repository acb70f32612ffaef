import logging

log = logging.getLogger("payroll")


def net(gross, tax):
    if not 0 <= tax < 1:
        log.error("tax rate %r is impossible", tax)
        raise ValueError("impossible tax rate")
    return round(gross * (1 - tax), 2)
