import pytest

from shelf import shelf


def test_slug():
    assert shelf("Error & Failure") == "error-failure"


def test_no_title_fails():
    with pytest.raises(ValueError):
        shelf("")
