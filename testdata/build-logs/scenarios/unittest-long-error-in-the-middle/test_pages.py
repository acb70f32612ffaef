import unittest


class Pages(unittest.TestCase):
    pass


for n in range(120):
    def test(self, n=n):
        if n == 57:
            {}["title"]
    setattr(Pages, f"test_page_{n:03}", test)
