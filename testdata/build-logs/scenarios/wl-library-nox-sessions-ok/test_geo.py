import geo
def test_zero(): assert geo.distance((1, 1), (1, 1)) == 0
def test_five(): assert geo.distance((0, 0), (3, 4)) == 5
