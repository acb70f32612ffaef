import unittest


class Test(unittest.TestCase):
    def test_error_message(self):
        with self.assertRaises(KeyError):
            {}["missing"]

    @unittest.skip("slow")
    def test_slow(self):
        pass
