import sys

sys.path.insert(0, ".")
from signal_tools import normalise, peak


def test_peak():
    assert peak([1, 4, 2]) == 1


def test_normalise():
    assert abs(normalise([1, 2, 3]).sum()) < 1e-9
