from stats import Mean, median


def test_mean():
    assert Mean([1, 2, 3]) == 2


def test_median():
    assert median([3, 1, 2]) == 2
