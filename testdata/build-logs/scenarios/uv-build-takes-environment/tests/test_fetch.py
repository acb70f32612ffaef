import pytest

from fetcher import fetch


def test_refused(capsys):
    assert fetch("http://127.0.0.1:9/") is None
    print("Traceback (most recent call last) is not shown")


@pytest.mark.xfail(reason="IPv6 literals")
def test_literal():
    assert fetch("http://[::1]:9/") == ""
