import shop.database


def test_old():
    assert shop.database
