from django.db import IntegrityError, transaction
from django.test import TestCase
from .models import Product


class ProductTest(TestCase):
    def setUp(self):
        self.product = Product.objects.create(name="chair", price=10)

    def test_found(self):
        self.assertEqual(self.client.get(f"/p/{self.product.pk}").json(), {"name": "chair"})

    def test_not_found(self):
        self.assertEqual(self.client.get("/p/999").status_code, 404)

    def test_error_is_500(self):
        self.client.raise_request_exception = False
        self.assertEqual(self.client.get("/broken").status_code, 500)

    def test_names_are_unique(self):
        with self.assertRaises(IntegrityError), transaction.atomic():
            Product.objects.create(name="chair", price=1)
