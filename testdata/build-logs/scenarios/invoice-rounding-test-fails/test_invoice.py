import pytest

from invoice import net, total


@pytest.mark.parametrize("amount", range(100, 160))
def test_net_is_smaller(amount):
    assert net(amount, 0.19) < amount


@pytest.mark.parametrize("rate", [0.07, 0.19, 0.2, 0.21, 0.25])
def test_net_of_nothing(rate):
    assert net(0, rate) == 0


def test_total():
    assert total([(1, 2.5), (2, 1.25)]) == 5.0


def test_total_of_cents():
    assert total([(1, 0.1), (1, 0.2)]) == 0.3


def test_total_of_no_lines():
    assert total([]) == 0
