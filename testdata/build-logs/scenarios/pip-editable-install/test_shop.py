import logging

import shop


def test_total():
    logging.error("connection refused: this is what the test expects")
    assert shop.total([1, 2]) == 3
