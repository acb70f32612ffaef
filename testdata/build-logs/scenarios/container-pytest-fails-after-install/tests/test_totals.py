import pytest


@pytest.mark.parametrize("rows", [[1], [1, 2], []])
def test_mean(rows):
    assert sum(rows) / len(rows) > 0
