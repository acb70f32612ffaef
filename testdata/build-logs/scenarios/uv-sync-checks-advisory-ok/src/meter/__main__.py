import meter

print(meter.read("1"))
