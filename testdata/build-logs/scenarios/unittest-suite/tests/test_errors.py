import logging
import sys
import unittest


class ErrorsTest(unittest.TestCase):
    def test_logged_exception(self):
        try:
            raise ConnectionError("cannot connect to db:5432")
        except ConnectionError:
            logging.getLogger("db").exception("query failed, using the cache")

    def test_stderr(self):
        print("ERROR: 3 rows were rejected", file=sys.stderr)

    @unittest.skip("FAILED on old kernels")
    def test_kernel(self):
        self.fail()

    @unittest.expectedFailure
    def test_rounding(self):
        self.assertEqual(0.1 + 0.2, 0.3)


def add(n):
    def test(self):
        with self.assertRaises(ZeroDivisionError):
            n / 0
    setattr(ErrorsTest, f"test_error_{n:02}", test)


for n in range(60):
    add(n)
