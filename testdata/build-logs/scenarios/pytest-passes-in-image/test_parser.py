import warnings

import pytest

from parser import ParseError, parse


@pytest.mark.parametrize("n", range(100))
def test_error_messages_are_kept(n):
    assert parse(f"error {n},fatal: {n}") == [f"error {n}", f"fatal: {n}"]


def test_empty_fails():
    with pytest.raises(ParseError):
        parse("")


def test_warns():
    warnings.warn("parse() is deprecated", DeprecationWarning)


@pytest.mark.skip(reason="server is not reachable")
def test_remote():
    assert False


@pytest.mark.xfail
def test_nested():
    assert parse("a,(b,c)") == ["a", ["b", "c"]]
