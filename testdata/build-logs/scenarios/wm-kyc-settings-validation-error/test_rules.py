import unittest


class Rules(unittest.TestCase):
    def test_age(self):
        self.assertGreater(18, 17)

    def test_country(self):
        self.assertIn("DE", {"DE", "FR"})
