LEVELS = [(90, "critical"), (75, "warning"), (50, "notice")]


def level(percent):
    for limit, name in LEVELS:
        if percent > limit:
            return name
    return "ok"
