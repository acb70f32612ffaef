import unittest

from stoat import coat


class StoatTest(unittest.TestCase):
    def test_winter(self):
        self.assertEqual(coat(1), "white")

    def test_summer(self):
        self.assertEqual(coat(6), "brown")

    def test_error(self):
        with self.assertRaises(ValueError):
            coat(13)
