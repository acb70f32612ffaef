import unittest

from itsdangerous import Signer


class SignTest(unittest.TestCase):
    def test_sign(self):
        self.assertTrue(Signer("k").sign("error: no").decode().startswith("error"))
