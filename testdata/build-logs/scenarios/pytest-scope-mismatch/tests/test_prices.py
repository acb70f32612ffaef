import pytest


@pytest.mark.parametrize("net,gross", [(100, 119), (50, 59.5), (10, 11.9), (0, 0), (1, 1.19)])
def test_gross(net, gross):
    assert round(net * 1.19, 2) == gross


def test_rounding():
    assert round(2.675, 2) in (2.67, 2.68)
