import shutil
import tempfile
import unittest


class LedgerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder + "/journal")

    def test_nothing_written(self):
        self.assertTrue(self.folder)


def make(n):
    return lambda self: self.assertEqual(sum(range(n + 1)), n * (n + 1) // 2)


for n in range(120):
    setattr(LedgerTest, f"test_sum_{n:03d}", make(n))
