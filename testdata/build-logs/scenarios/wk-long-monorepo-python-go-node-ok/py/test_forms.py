import unittest, sys, warnings

class Forms(unittest.TestCase):
    pass

def make(n):
    def test(self):
        if n % 9 == 0:
            print(f"validation failed: field {n} is required", file=sys.stderr)
        if n == 30:
            self.skipTest("error pages are rendered elsewhere")
        if n == 31:
            warnings.warn("forms.v1 is deprecated", DeprecationWarning)
        self.assertEqual(n, int(str(n)))
    return test

for n in range(1, 46):
    setattr(Forms, f"test_field_{n:02}", make(n))
