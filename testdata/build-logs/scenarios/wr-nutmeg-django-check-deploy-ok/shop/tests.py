from django.db import IntegrityError, transaction
from django.test import TestCase
from shop.models import Spice
class SpiceTest(TestCase):
    def test_unique_error(self):
        Spice.objects.create(name="mace")
        with self.assertRaises(IntegrityError), transaction.atomic(): Spice.objects.create(name="mace")
    def test_500(self):
        self.client.raise_request_exception = False
        self.assertEqual(self.client.get("/spices/0/").status_code, 500)
    def test_404(self): self.assertEqual(self.client.get("/spices/x/").status_code, 404)
    def test_ok(self): self.assertEqual(self.client.get("/spices/3/").json(), {"n": 3})
