import unittest


class Errors(unittest.TestCase):
    def test_retry(self):
        import logging
        logging.error("connection refused, retrying")


def case(n):
    def check(self):
        self.assertEqual(f"error {n}".split()[1], str(n) if n != 57 else "058")
    return check


for n in range(100):
    setattr(Errors, f"test_error_{n:03}", case(n))
