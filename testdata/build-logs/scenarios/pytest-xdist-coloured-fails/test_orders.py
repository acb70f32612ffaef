import time

import pytest


@pytest.mark.parametrize("n", range(40))
def test_order(n):
    time.sleep(0.01)
    assert n != 17, "order 17 has no customer"
