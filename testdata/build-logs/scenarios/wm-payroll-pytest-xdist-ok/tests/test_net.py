import pytest

from payroll import net


@pytest.mark.parametrize("gross", range(1000, 1040))
def test_net(gross):
    print("gross", gross, "net", net(gross, 0.2))
    assert net(gross, 0.2) == round(gross * 0.8, 2)


def test_impossible_rate_fails():
    with pytest.raises(ValueError):
        net(1, 7)
