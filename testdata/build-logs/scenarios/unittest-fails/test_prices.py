import unittest


def net(gross):
    return round(gross / 1.2, 2)


class Prices(unittest.TestCase):
    def test_net(self):
        self.assertEqual(net(120), 100)

    def test_error_is_told(self):
        with self.assertRaises(TypeError):
            net("x")

    def test_rounding(self):
        self.assertEqual(net(9.99), 8.32)
