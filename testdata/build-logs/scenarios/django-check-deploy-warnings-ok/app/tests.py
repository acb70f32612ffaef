from django.test import Client, SimpleTestCase


class Views(SimpleTestCase):
    def test_fails(self):
        client = Client(raise_request_exception=False)
        self.assertEqual(client.get("/fails/").status_code, 500)
        self.assertEqual(client.get("/nowhere/").status_code, 404)
