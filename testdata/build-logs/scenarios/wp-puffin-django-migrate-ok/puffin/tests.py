import logging

from django.test import TestCase


class ErrorPages(TestCase):
    def test_404(self):
        self.assertEqual(self.client.get("/nowhere").status_code, 404)

    def test_error_is_logged(self):
        logging.getLogger("puffin").error("ERROR: database is locked (simulated)")
