import unittest


class GrindTest(unittest.TestCase):
    def test_flour(self):
        self.assertEqual("flour"[::-1], "ruolf")

    def test_failure_of_a_gear(self):
        with self.assertRaises(ZeroDivisionError):
            1 / 0
