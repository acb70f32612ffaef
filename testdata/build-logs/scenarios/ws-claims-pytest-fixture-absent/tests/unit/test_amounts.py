import pytest


@pytest.mark.parametrize("n", range(60))
def test_amount(n):
    assert n * 10 // 10 == n


def test_claims(claims):
    assert claims[2]["amount"] == 20
