import sys
import unittest


class OtterTest(unittest.TestCase):
    def test_swim(self):
        self.assertEqual(" ".join(["splash"] * 2), "splash splash")

    def test_dive_error(self):
        with self.assertRaises(OSError):
            open("/no/such/river")

    def test_old_library(self):
        if sys.version_info < (3, 12):
            import imp  # noqa
        elif sys.version_info >= (3, 13):
            import cgi
            self.assertTrue(cgi)

    @unittest.skipIf(sys.version_info < (3, 10), "too old")
    def test_zip_strict(self):
        with self.assertRaises(ValueError):
            list(zip([1], [1, 2], strict=True))
