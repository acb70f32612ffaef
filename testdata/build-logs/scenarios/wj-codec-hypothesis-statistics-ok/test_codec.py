import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


def encode(text):
    return text.encode("utf-8").hex()


def decode(text):
    return bytes.fromhex(text).decode("utf-8")


@given(st.text(max_size=20))
@settings(max_examples=50)
def test_round_trip(text):
    assert decode(encode(text)) == text


@pytest.mark.xfail(strict=True, reason="CODEC-9: latin-1 is not kept")
@given(st.text(min_size=1))
def test_latin1(text):
    assert text.encode("latin-1").decode("latin-1") == text


@given(st.binary(min_size=1, max_size=3))
@settings(max_examples=30)
def test_broken_input_fails(data):
    with pytest.raises(ValueError):
        decode(data.hex() + "f")
