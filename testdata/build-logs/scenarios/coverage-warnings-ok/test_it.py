import unittest
import late


class It(unittest.TestCase):
    def test_it(self):
        self.assertEqual(late.VALUE, 1)


if __name__ == "__main__":
    unittest.main()
