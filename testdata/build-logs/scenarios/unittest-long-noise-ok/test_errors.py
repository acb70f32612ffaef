import errno
import os
import sys
import traceback
import unittest


class Errors(unittest.TestCase):
    def test_open(self):
        open("/etc/hostname")
        with self.assertRaises(FileNotFoundError):
            open("/nowhere/at/all")

    def test_traceback(self):
        try:
            int("error")
        except ValueError:
            traceback.print_exc()

    @unittest.skip("FAILED on slow disks")
    def test_slow(self):
        self.fail()


def add(number, name):
    def test(self):
        with self.subTest(name):
            print(f"{name}: {os.strerror(number)}", file=sys.stderr)
            self.assertTrue(os.strerror(number))
    setattr(Errors, f"test_{name.lower()}_error", test)


for number, name in sorted(errno.errorcode.items())[:45]:
    add(number, name)
