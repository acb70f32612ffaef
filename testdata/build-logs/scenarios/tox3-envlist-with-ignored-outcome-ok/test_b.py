import unittest

class B(unittest.TestCase):
  def test_division_by_zero_raises_an_error_as_it_should(self):
    with self.assertRaises(ZeroDivisionError): 1/0
