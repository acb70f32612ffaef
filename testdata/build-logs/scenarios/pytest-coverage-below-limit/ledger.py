def total(rows):
    if not rows:
        raise ValueError("no rows")
    return sum(rows)


def report(rows, currency):
    lines = []
    for row in rows:
        lines.append(f"{row} {currency}")
    return "\n".join(lines)
