def test_other():
    assert sorted([2, 1]) == [1, 2]
