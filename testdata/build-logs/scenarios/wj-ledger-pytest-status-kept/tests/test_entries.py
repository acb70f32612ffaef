from decimal import Decimal

import pytest
from pydantic import ValidationError

from ledger import Entry, balance


@pytest.mark.parametrize("account", ["", "1", "12345", "abcd", "12 4"])
def test_account_refused(account):
    with pytest.raises(ValidationError):
        Entry(account=account, amount=1)


def test_balance():
    assert balance([Entry(account="1000", amount="10.50"), Entry(account="1000", amount="-0.50")]) == Decimal("10.00")
