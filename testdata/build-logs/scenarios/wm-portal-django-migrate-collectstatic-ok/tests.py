from django.test import TestCase


class Pages(TestCase):
    def test_admin_redirects(self):
        self.assertEqual(self.client.get("/admin/").status_code, 302)

    def test_missing_page(self):
        self.assertEqual(self.client.get("/nothing").status_code, 404)
