from accounts import ledger


def test_total():
    assert ledger.total([1, 2]) == 3
