import unittest

from shapes import area


class ShapesTest(unittest.TestCase):
    def test_area(self):
        self.assertEqual(area(1, 2), 2)

    def test_negative(self):
        with self.assertRaises(ValueError):
            area(-1, 1)
