import sys

import pytest

from lib import div


def test_div():
    assert div(4, 2) == 2


def test_zero():
    with pytest.raises(ZeroDivisionError):
        div(1, 0)


@pytest.mark.skipif(sys.version_info < (3, 99), reason="needs a Python of the future")
def test_future():
    raise SystemExit("error")
