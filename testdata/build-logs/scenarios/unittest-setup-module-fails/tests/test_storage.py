import json
import os
import unittest


def setUpModule():
    global settings
    with open(os.path.join(os.path.dirname(__file__), "settings.json")) as file:
        settings = json.load(file)
    os.makedirs(settings["storage"]["path"], exist_ok=True)


class StorageTest(unittest.TestCase):
    def test_write(self):
        self.assertTrue(os.path.isdir(settings["storage"]["path"]))

    def test_read(self):
        self.assertTrue(settings)
