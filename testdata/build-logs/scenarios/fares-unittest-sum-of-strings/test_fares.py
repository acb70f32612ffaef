import unittest

import fares

TEXT = "zone,price\nA,2.20\nB,3.10\n"


class ReadTests(unittest.TestCase):
    def test_zones(self):
        self.assertEqual(sorted(fares.read(TEXT)), ["A", "B"])

    def test_empty(self):
        self.assertEqual(fares.read(""), {})

    def test_no_price_is_an_error(self):
        with self.assertRaises(KeyError):
            fares.read("zone\nA\n")

    @unittest.skip("needs the network")
    def test_download(self):
        self.fail("not reached")


class TotalTests(unittest.TestCase):
    def setUp(self):
        self.table = fares.read(TEXT)

    def test_none(self):
        self.assertEqual(fares.total(self.table, []), 0)

    def test_two_zones(self):
        self.assertAlmostEqual(fares.total(self.table, ["A", "B"]), 5.30)

    def test_unknown_zone(self):
        self.assertRaises(KeyError, fares.total, {}, ["Z"])
