import logging
import traceback
import unittest


def parse(text):
    return int(text)


class Errors(unittest.TestCase):
    def test_traceback_is_logged(self):
        try:
            parse("x")
        except ValueError:
            traceback.print_exc()
            logging.error("could not parse: going on")

    def test_fails_on_text(self):
        with self.assertRaises(ValueError):
            parse("fatal error: no such file")

    @unittest.expectedFailure
    def test_known_bug(self):
        self.assertEqual(parse("08"), 10)

    @unittest.skip("needs a network")
    def test_fetch(self):
        pass
