import importlib
import unittest


class Imports(unittest.TestCase):
    def test_every_library_can_be_imported(self):
        for name in ("aiohttp", "attr", "marshmallow", "structlog"):
            with self.subTest(name):
                importlib.import_module(name)

    def test_orders(self):
        importlib.import_module("orders")
