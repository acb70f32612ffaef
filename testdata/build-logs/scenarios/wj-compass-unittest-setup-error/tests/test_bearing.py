import unittest

from compass.main import bearing


class BearingTest(unittest.TestCase):
    def test_all(self):
        for degrees, name in ((0, "N"), (44, "NE"), (90, "E"), (359, "N")):
            with self.subTest(degrees=degrees):
                self.assertEqual(bearing(degrees), name)

    def test_error_on_text(self):
        with self.assertRaises(TypeError):
            bearing("north")
