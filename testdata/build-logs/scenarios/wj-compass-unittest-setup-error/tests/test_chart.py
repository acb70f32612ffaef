import json
import pathlib
import unittest


class ChartTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(pathlib.Path(__file__).parent / "fixtures" / "chart.json", encoding="utf-8") as file:
            cls.chart = json.load(file)

    def test_names(self):
        self.assertIn("Kiel", self.chart)

    def test_depths(self):
        self.assertGreater(self.chart["Kiel"], 10)


class LegendTest(unittest.TestCase):
    def test_legend(self):
        self.assertEqual(len("NESW"), 4)
