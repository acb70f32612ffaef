PATTERN = "\d+"
if PATTERN is "x":
    raise SystemExit("error")
