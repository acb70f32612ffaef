import unittest


class Ledger(unittest.TestCase):
    def test_import(self):
        import ledger
