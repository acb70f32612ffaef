import orders


def test_total():
    assert orders.total([(1, 2)]) == 2
