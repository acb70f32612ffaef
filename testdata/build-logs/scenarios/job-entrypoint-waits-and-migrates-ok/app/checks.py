import unittest


class Checks(unittest.TestCase):
    def test_error_page_is_rendered(self):
        print("ERROR 500: sample page")

    def test_failed_login_is_counted(self):
        self.assertRaises(ValueError, int, "failed")

    @unittest.expectedFailure
    def test_known_bug(self):
        self.fail("bug 812")
