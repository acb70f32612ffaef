rows = []
for step in range(1000):
    print("loading part", step, flush=True)
    rows.append(bytearray(40_000_000))
