import pytest

from meterkit.units import FACTORS, convert, known


@pytest.mark.parametrize("source", sorted(FACTORS))
@pytest.mark.parametrize("target", sorted(FACTORS))
@pytest.mark.parametrize("value", [0, 1, 2.5, 1e6])
def test_round_trip(value, source, target):
    assert convert(convert(value, source, target), target, source) == pytest.approx(value)


def test_unknown_unit_raises_key_error():
    with pytest.raises(KeyError):
        convert(1, "kWh", "horse")


@pytest.mark.parametrize("unit", ["", "kwh", "error", "None"])
def test_not_known(unit):
    assert not known(unit)
