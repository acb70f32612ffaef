import sys
import unittest

from report import render


class RenderTest(unittest.TestCase):
    def test_render(self):
        print("FAILED: 0, ERROR: 0", file=sys.stderr)
        self.assertEqual(render([1]), ["error 1"])
