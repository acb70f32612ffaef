def test_list(claims):
    assert len(claims) == 5


def test_status():
    assert True
