from django.test import SimpleTestCase

from .models import Ticket


class TicketTest(SimpleTestCase):
    def test_seat(self):
        self.assertEqual(Ticket(seat="A1").seat, "A1")

    def test_not_paid(self):
        self.assertFalse(Ticket().paid)
