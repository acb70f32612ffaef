import random

import pytest

random.seed(1)


def bubble(items):
    items = list(items)
    for i in range(len(items)):
        for j in range(len(items) - 1 - i):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
    return items


@pytest.mark.parametrize("size", [10, 100, 200])
@pytest.mark.parametrize("sort", [bubble, sorted])
def test_sort(benchmark, sort, size):
    items = random.sample(range(1000), size)
    assert benchmark(sort, items) == sorted(items)


def test_plain():
    assert bubble([3, 1, 2]) == [1, 2, 3]
