import sys
import unittest


class AllTest(unittest.TestCase):
    def test_version(self):
        print("running on", sys.version_info[:2], file=sys.stderr)

    @unittest.skipIf(sys.platform == "linux", "Windows only")
    def test_registry(self):
        self.fail()

    def test_error_is_raised(self):
        with self.assertRaisesRegex(ValueError, "invalid literal"):
            int("x")
