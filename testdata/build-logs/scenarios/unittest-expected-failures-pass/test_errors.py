import logging
import sys
import unittest
import warnings


class Errors(unittest.TestCase):
    @unittest.expectedFailure
    def test_known_error(self):
        self.assertEqual(404, 500)

    @unittest.skip("no network: Connection refused")
    def test_network_error(self):
        self.fail("never")

    def test_logs_traceback(self):
        try:
            {}["missing"]
        except KeyError:
            logging.exception("FATAL: handled")

    def test_subprocess_error(self):
        import subprocess
        self.assertEqual(subprocess.run(["sh", "-c", "exec missing-program"]).returncode, 127)

    def test_deprecation(self):
        warnings.warn("error pages are deprecated", DeprecationWarning)
        print("ERROR: this is printed by a test that passes", file=sys.stderr)
