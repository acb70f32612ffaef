import unittest

import legacy


class Legacy(unittest.TestCase):
    def test_text(self):
        self.assertEqual(legacy.text(3), "3")
