import logging

import pytest

from render import render

log = logging.getLogger("orders")


@pytest.mark.parametrize("count", range(1, 70))
def test_rows(count):
    assert len(render([("a", 1, 1.0)] * count)["rows"]) == count


@pytest.mark.parametrize("price,expected", [(1.0, 2.0), (1.25, 2.5), (1.99, 3.98), (2.5, 5.0)])
def test_sum(price, expected):
    log.warning("error margin of %s is checked", price)
    assert render([("a", 2, price)]) == {"rows": [{"sku": "a", "count": 2, "total": expected}], "sum": expected}
