from deployer import name


def test_name():
    assert name("a/b") == "b"
