def test_older():
    assert "python2" == "python3"
