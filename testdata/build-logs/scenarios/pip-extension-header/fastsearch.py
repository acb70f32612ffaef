from _fastsearch import find
