from acme_errors import WORDS


def test_words():
    assert WORDS[1].startswith("error")
