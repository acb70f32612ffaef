import unittest
from unittest import mock

from billing.invoice import amount


class AmountTest(unittest.TestCase):
    @mock.patch("billing.rates.current", return_value=80)
    def test_hours(self, current):
        self.assertEqual(amount(2), 160)

    @mock.patch("billing.invoice.get_rate", return_value=80)
    def test_half_hours(self, get_rate):
        self.assertEqual(amount(0.5), 40)


for number in range(30):
    def check(self, number=number):
        with mock.patch("billing.rates.current", return_value=number):
            self.assertEqual(amount(1), number)
    setattr(AmountTest, f"test_rate_{number}", check)
