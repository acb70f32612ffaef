import unittest


def shift(hour):
    if not 0 <= hour < 24:
        raise ValueError(f"no such hour: {hour}")
    return ("night", "early", "late")[hour // 8]


class ShiftTest(unittest.TestCase):
    def test_night(self):
        self.assertEqual(shift(3), "night")

    def test_early(self):
        self.assertEqual(shift(8), "early")

    def test_late(self):
        self.assertEqual(shift(23), "late")

    def test_error(self):
        with self.assertRaises(ValueError):
            shift(24)

    @unittest.skip("fails on the day of the change of time")
    def test_summer_time(self):
        self.fail()
