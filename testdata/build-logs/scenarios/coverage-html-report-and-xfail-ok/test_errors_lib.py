import pytest

from errors_lib import ParseError, parse, safe


@pytest.mark.parametrize("text", [str(n) for n in range(40)])
def test_parse_error_free(text):
    assert parse(text) == int(text)


@pytest.mark.parametrize("text", ["-1", "-x", "abc", "1.5", "--"])
def test_value_error(text):
    with pytest.raises(ValueError):
        parse(text)


def test_failure_of_empty():
    with pytest.raises(ParseError):
        parse("")


def test_safe_fails_softly():
    assert safe("") is None


@pytest.mark.xfail(strict=True, reason="hex is not supported")
def test_hex():
    assert parse("0x10") == 16
