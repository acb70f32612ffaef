import json
import sys
import unittest
import warnings


class Parser(unittest.TestCase):
    def test_bad_documents(self):
        for text in ["{", "[1,", "nul", "{'a': 1}"]:
            with self.subTest(text=text), self.assertRaises(json.JSONDecodeError) as caught:
                json.loads(text)
            print("json.decoder.JSONDecodeError:", caught.exception, file=sys.stderr)

    def test_deprecated(self):
        warnings.warn("error() is fail() now", DeprecationWarning)

    @unittest.skip("connection refused")
    def test_online(self):
        self.fail()


for n in range(90):
    setattr(Parser, f"test_error_{n:03}", lambda self, n=n: self.assertEqual(json.loads(str(n)), n))
