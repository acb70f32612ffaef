import sys
import warnings

import pytest

from bank import Account, InsufficientFunds


@pytest.mark.parametrize("amount", range(1, 71))
def test_withdraw(amount):
    account = Account(100)
    account.withdraw(amount)
    assert account.balance == 100 - amount


@pytest.mark.parametrize("amount", range(101, 121))
def test_overdraw_raises_error(amount):
    with pytest.raises(InsufficientFunds):
        Account(100).withdraw(amount)


def test_error_is_printed(capsys):
    print("ERROR: something failed", file=sys.stderr)
    assert "failed" in capsys.readouterr().err


def test_warns():
    warnings.warn("old interface", DeprecationWarning)


@pytest.mark.xfail
def test_rounding_error():
    assert 0.1 + 0.2 == 0.3
