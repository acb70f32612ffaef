from slug import slug


def test_words():
    assert slug("Hello World") == "hello-world"


def test_trailing_mark():
    assert slug("Really?") == "really"
