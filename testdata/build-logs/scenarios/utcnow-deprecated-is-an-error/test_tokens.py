from tokens import expires, token


def test_token_is_long():
    assert len(token()) == 16


def test_later_expires_later():
    assert expires(10) > expires(5)
