from hypothesis import given, settings, strategies as st


def encode(text):
    out = []
    for char in text:
        if out and out[-1][0] == char:
            out[-1][1] += 1
        else:
            out.append([char, 1])
    return "".join(f"{n}{c}" for c, n in out)


def decode(code):
    return "".join(code[i + 1] * int(code[i]) for i in range(0, len(code), 2))


@given(st.text(alphabet="abc", max_size=8))
def test_short_round_trip(text):
    assert decode(encode(text)) == text


@settings(derandomize=True)
@given(st.text(alphabet="ab", min_size=8, max_size=40))
def test_round_trip(text):
    assert decode(encode(text)) == text
