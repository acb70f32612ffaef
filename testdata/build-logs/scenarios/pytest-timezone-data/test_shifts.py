import pytest
from freezegun import freeze_time

import shifts


@pytest.mark.parametrize("hour", range(24))
def test_greeting(hour):
    with freeze_time(f"2026-03-01 {hour:02}:30"):
        assert shifts.greeting().startswith("good")


def test_error_text():
    print("ERROR: shift 7 has no worker (simulated)")
    assert True


def test_local_time():
    # written on a laptop in Berlin
    assert shifts.local(shifts.utc("2026-07-01T10:00:00")) == "12:00"


def test_order():
    assert sorted(["b", "a"]) == ["a", "b"]
