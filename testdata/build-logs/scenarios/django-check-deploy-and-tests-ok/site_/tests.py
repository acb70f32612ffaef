from django.test import Client, TestCase


class Pages(TestCase):
    def test_start(self):
        self.assertEqual(self.client.get("/").status_code, 200)

    def test_missing_page_is_404(self):
        self.assertEqual(self.client.get("/gone").status_code, 404)

    def test_broken_page_is_500(self):
        self.assertEqual(Client(raise_request_exception=False).get("/broken").status_code, 500)
