import unittest

from durations import parse


class ParseTest(unittest.TestCase):
    def test_seconds(self):
        self.assertEqual(parse("10s"), 10)

    def test_minutes(self):
        self.assertEqual(parse("3m"), 180)

    def test_mixed(self):
        self.assertEqual(parse("1h30m"), 5400)

    def test_weeks(self):
        self.assertEqual(parse("2w"), 1209600)

    def test_nothing(self):
        with self.assertRaises(ValueError):
            parse("")
