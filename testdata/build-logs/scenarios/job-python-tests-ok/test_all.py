import logging
import unittest


class Errors(unittest.TestCase):
    def test_logged(self):
        try:
            open("/no/such/file")
        except OSError:
            logging.exception("failed as expected")

    @unittest.skip("connection refused")
    def test_online(self):
        self.fail()


for n in range(50):
    setattr(Errors, f"test_fatal_{n:02}", lambda self: None)
