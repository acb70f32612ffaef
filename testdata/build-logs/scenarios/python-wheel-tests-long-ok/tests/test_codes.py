import urllib.request

import pytest

import codes


@pytest.mark.parametrize("code", range(400, 445))
def test_error(code):
    assert codes.name(code)


def test_online():
    urllib.request.urlopen("http://127.0.0.1:9/", timeout=1)
