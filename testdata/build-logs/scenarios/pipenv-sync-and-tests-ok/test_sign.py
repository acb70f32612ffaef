import unittest

from itsdangerous import BadSignature, URLSafeSerializer
from parameterized import parameterized


class SignTest(unittest.TestCase):
    @parameterized.expand([(str(n),) for n in range(20)])
    def test_round(self, value):
        signer = URLSafeSerializer("key")
        self.assertEqual(signer.loads(signer.dumps(value)), value)

    def test_bad(self):
        with self.assertRaises(BadSignature) as caught:
            URLSafeSerializer("key").loads("x.y")
        print("BadSignature:", caught.exception)
