import pytest


@pytest.fixture
def claims():
    return [{"id": n, "amount": n * 10} for n in range(5)]
