import unittest
import ledger


class Failures(unittest.TestCase):
    def test_error_is_reported(self):
        self.assertTrue(ledger)

    def test_failed_import(self):
        with self.assertRaises(ImportError):
            import ledger.nothing
