from backup import digest


def test_digest():
    assert digest(b"") == "d41d8cd98f00b204e9800998ecf8427e"
