import sys


def load(paths):
    for path in paths:
        if (text := open(path).read()):
            yield text


print(list(load(sys.argv[2:])))
