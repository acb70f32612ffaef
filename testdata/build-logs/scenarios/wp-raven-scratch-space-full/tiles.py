import sys
import numpy
out = sys.argv[1]
for level in range(40):
    tile = numpy.random.default_rng(level).random((256, 256))
    name = f"{out}/tile-{level:02}.raw"
    with open(name, "wb") as file:
        file.write(tile.tobytes())
    print(f"{name}: {tile.nbytes} bytes", flush=True)
