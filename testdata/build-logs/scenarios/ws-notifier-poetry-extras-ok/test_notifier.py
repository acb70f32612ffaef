import unittest
import notifier
class NotifierTest(unittest.TestCase):
    def test_gives_up(self): self.assertIsNone(notifier.send("http://127.0.0.1:9/"))
    def test_error_url(self):
        self.assertIsNone(notifier.send("ht!tp://"))
    @unittest.skip("FAILED since January")
    def test_sms(self): self.fail()
