from basket import total


def test_total():
    assert total([1.0, 2.0], {"a": 0.5}) == 2.5
