import pytest
import meter


@pytest.mark.parametrize("text", ["failed", "error", ""])
def test_bad_text(text):
    assert meter.read(text) == "error"


def test_number():
    assert meter.read("1.5") == 1.5
