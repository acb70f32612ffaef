import unittest
import warnings

from pdfjoin import join


class Join(unittest.TestCase):
    def test_two(self):
        warnings.warn("join of bytes is deprecated", DeprecationWarning)
        self.assertEqual(join([b"a", b"b"]), b"ab")

    def test_error_nothing(self):
        self.assertRaises(ValueError, join, [])
