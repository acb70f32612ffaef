import pytest
import freezegun


@pytest.fixture
def now():
    with freezegun.freeze_time("2026-01-01"):
        yield
