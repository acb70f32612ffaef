import pytest

import pelican


@pytest.mark.parametrize("attempt", range(25))
def test_port_is_refused(attempt):
    with pytest.raises(OSError):
        pelican.fetch(9)


@pytest.mark.skip(reason="fails without the broker")
def test_broker():
    assert False
