import pytest

from meterkit import Reading, total
from meterkit.reading import latest

LINES = ["2024-01-01T00:00:00;10;kWh", "2024-01-02T00:00:00;2000;Wh", "2024-01-03T00:00:00;3.6;MJ"]


@pytest.mark.parametrize("line", LINES)
def test_parse(line):
    assert Reading.parse(line).value > 0


def test_total():
    assert total(map(Reading.parse, LINES)) == pytest.approx(13)


def test_latest():
    assert latest(map(Reading.parse, LINES)).unit == "MJ"
    assert latest([]) is None


@pytest.mark.parametrize("line", ["", "2024", "2024-01-01;x", ";;"])
def test_malformed_line_fails(line):
    with pytest.raises((ValueError, TypeError)):
        Reading.parse(line)
