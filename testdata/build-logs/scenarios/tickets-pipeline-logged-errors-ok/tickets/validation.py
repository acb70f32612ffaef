PRIORITIES = range(1, 6)


def check_ticket(data):
    """What is wrong with the fields of a ticket, as a list of sentences."""
    errors = []
    title = (data or {}).get("title", "")
    if not title.strip():
        errors.append("title is required")
    if len(title) > 80:
        errors.append("title is too long")
    if (data or {}).get("priority", 3) not in PRIORITIES:
        errors.append("priority is not between 1 and 5")
    return errors
