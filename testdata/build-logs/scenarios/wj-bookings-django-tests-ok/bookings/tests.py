from django.test import TestCase

from .models import Booking


class BookingTest(TestCase):
    def setUp(self):
        self.booking = Booking.objects.create(guest="Ada", nights=2)

    def test_listing(self):
        self.assertEqual(self.client.get("/bookings/").json()["bookings"][0]["guest"], "Ada")

    def test_one(self):
        self.assertEqual(self.client.get(f"/bookings/{self.booking.pk}/").status_code, 200)

    def test_not_found(self):
        self.assertEqual(self.client.get("/bookings/99/").status_code, 404)

    def test_server_error(self):
        self.client.raise_request_exception = False
        bad = Booking.objects.create(guest="Bob", nights=0)
        self.assertEqual(self.client.get(f"/bookings/{bad.pk}/").status_code, 500)
