EXPECTED = ("id", "shop", "amount", "currency")


def columns(day, hour):
    if (day, hour) == (9, 7):
        return ("id", "shop", "amount_cents", "currency")
    return EXPECTED


for day in range(1, 15):
    for hour in range(0, 24):
        found = columns(day, hour)
        if found != EXPECTED:
            gone = sorted(set(EXPECTED) - set(found))
            raise SystemExit(f"ERROR partition 2026-11-{day:02}/{hour:02}: columns differ from the table's: missing {gone}, new {sorted(set(found) - set(EXPECTED))}")
        if hour == 3:
            print(f"WARN  2026-11-{day:02}/{hour:02} is empty, failed upstream?", flush=True)
        print(f"INFO  2026-11-{day:02}/{hour:02} loaded", flush=True)
