import unittest
from mailer import render


class Render(unittest.TestCase):
    def test_name(self):
        self.assertEqual(render("Hi {{ n }}", n="A"), "Hi A")
