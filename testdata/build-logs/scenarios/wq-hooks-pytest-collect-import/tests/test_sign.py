from hooks.sign import compare, sign


def test_sign():
    assert sign(b"x", b"0" * 32)


def test_compare():
    assert compare(b"a", b"a")
