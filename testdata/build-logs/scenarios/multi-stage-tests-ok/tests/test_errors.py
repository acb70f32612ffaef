import logging
import unittest


class Errors(unittest.TestCase):
    def test_fatal(self):
        logging.critical("FATAL: disk full (simulated)")

    @unittest.expectedFailure
    def test_known_bug(self):
        self.assertEqual(1, 2)

    def test_traceback(self):
        try:
            raise OSError(28, "No space left on device")
        except OSError:
            logging.exception("caught")
