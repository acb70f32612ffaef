import unittest
import copper
class Ingots(unittest.TestCase):
    def setUp(self): self.client = copper.app.test_client()
    def test_found(self): self.assertEqual(self.client.get("/ingots/3").text, "3")
    def test_error_404(self): self.assertEqual(self.client.get("/ingots/11").status_code, 404)
    def test_error_500(self): self.assertEqual(self.client.get("/ingots/0").status_code, 500)
    @unittest.skip("fails on Fridays")
    def test_friday(self): self.fail()
    @unittest.expectedFailure
    def test_negative(self): self.assertEqual(self.client.get("/ingots/-1").status_code, 400)
