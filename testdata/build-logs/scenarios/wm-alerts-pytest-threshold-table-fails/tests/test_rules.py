import pytest

from alerts.rules import level


@pytest.mark.parametrize("percent, name", [(p, "ok") for p in range(0, 50)])
def test_ok(percent, name):
    assert level(percent) == name


@pytest.mark.parametrize("percent, name", [(50, "notice"), (60, "notice"), (75, "warning"), (89, "warning"), (91, "critical"), (100, "critical")])
def test_levels(percent, name):
    assert level(percent) == name
