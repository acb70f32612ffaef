import unittest

import _beaver


class BeaverTest(unittest.TestCase):
    def test_dam(self):
        self.assertEqual(_beaver.dam(4), 8)

    def test_type_error(self):
        with self.assertRaises(TypeError):
            _beaver.dam("wood")
