from django.test import TestCase


class Pages(TestCase):
    def test_front(self):
        self.assertEqual(self.client.get("/").status_code, 200)

    def test_absent(self):
        self.assertEqual(self.client.get("/absent").status_code, 404)

    def test_broken(self):
        self.client.raise_request_exception = False
        self.assertEqual(self.client.get("/broken").status_code, 500)

    def test_post_not_allowed(self):
        self.assertEqual(self.client.post("/nowhere").status_code, 404)
