import unittest


class FormatTest(unittest.TestCase):
    def test_money(self):
        self.assertEqual(f"{1234.5:,.2f}", "1,234.50")

    def test_percent(self):
        self.assertEqual(f"{0.256:.0%}", "26%")

    def test_padding(self):
        self.assertEqual("7".zfill(3), "007")
