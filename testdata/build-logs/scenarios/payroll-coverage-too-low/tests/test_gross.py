from payroll import gross
from payroll import export


def test_gross():
    assert gross(10, 25) == 250


def test_gross_of_nothing():
    assert gross(0, 25) == 0
