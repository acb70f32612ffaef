def test_unit(now):
    assert True
