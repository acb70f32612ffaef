rows = []
for epoch in range(2):
    print(f"epoch {epoch}: loss 0.{9 - epoch}", flush=True)
    rows.append(bytearray(900_000_000))
