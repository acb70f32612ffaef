import distutils2


def test_old():
    pass
