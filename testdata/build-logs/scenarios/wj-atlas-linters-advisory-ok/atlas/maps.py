import json
import sys


def area(points):
    total = 0
    for i in range(len(points)):
        x1, y1 = points[i]
        x2, y2 = points[(i + 1) % len(points)]
        total += x1 * y2 - x2 * y1
    return abs(total) / 2


def load(file, default={}):
    try:
        return json.load(open(file))
    except:
        print("error: cannot read the map of the northern and southern half " + file)
        return default


class map:
    def draw(self, unused):
        pass
