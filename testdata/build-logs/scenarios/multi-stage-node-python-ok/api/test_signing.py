import unittest


class Signing(unittest.TestCase):
    def test_bad_signature_is_an_error(self):
        from itsdangerous import BadSignature, Signer

        with self.assertRaises(BadSignature) as caught:
            Signer("k").unsign("v.x")
        print("Traceback would be:", repr(caught.exception))
