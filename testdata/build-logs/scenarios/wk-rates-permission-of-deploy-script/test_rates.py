import unittest

def vat(c): return c * 19 // 100

class Rates(unittest.TestCase):
    def test_vat(self): self.assertEqual(vat(100), 19)
    def test_zero(self): self.assertEqual(vat(0), 0)
    @unittest.skip("rates of 2025 are not known")
    def test_next_year(self): self.fail()
