import unittest


class TestErrors(unittest.TestCase):
    def test_raises(self):
        with self.assertRaises(ZeroDivisionError):
            1 / 0

    @unittest.expectedFailure
    def test_known(self):
        self.fail("fails as known")

    @unittest.skip("FAILED where there is no network")
    def test_network(self):
        pass


for n in range(110):
    setattr(TestErrors, f"test_error_{n:03}", lambda self, n=n: self.assertEqual(str(OSError(n, "No such file or directory")), f"[Errno {n}] No such file or directory"))
