import unittest


def healthy(status, text):
    if status >= 500:
        raise RuntimeError(f"HTTP {status}")
    return status == 200 and text == "ok"


class ProbeTest(unittest.TestCase):
    def test_ok(self):
        self.assertTrue(healthy(200, "ok"))

    def test_not_found(self):
        self.assertFalse(healthy(404, "not found"))

    def test_server_error(self):
        with self.assertRaises(RuntimeError):
            healthy(503, "down for maintenance")

    def test_ok_but_wrong_text(self):
        self.assertFalse(healthy(200, "error"))
