import sys
import unittest
import warnings


class Import(unittest.TestCase):
    def test_import_of_broken_file_raises(self):
        print("ImportError: line 7: unexpected end of file", file=sys.stderr)
        with self.assertRaises(ValueError):
            int("x")

    def test_deprecated_format(self):
        warnings.warn("format 1 is deprecated", DeprecationWarning)

    @unittest.skipUnless(sys.platform == "win32", "needs Windows")
    def test_outlook(self):
        self.fail("never")
