import unittest

from convert import FACTORS, convert


class Units(unittest.TestCase):
    def test_mile_is_exact(self):
        self.assertEqual(convert(1, "mi", "m"), 1609.344)


def case(source, target):
    def test(self):
        self.assertAlmostEqual(convert(convert(3, source, target), target, source), 3)
    return test


for a in FACTORS:
    for b in FACTORS:
        setattr(Units, f"test_{a}_to_{b}", case(a, b))
