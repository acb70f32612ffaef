from django.db import IntegrityError, transaction
from django.contrib.auth.models import User
from django.test import TestCase


class PollTest(TestCase):
    def test_vote(self):
        self.assertContains(self.client.get("/vote/1"), "thanks")

    def test_vote_for_nothing(self):
        self.assertEqual(self.client.get("/vote/9").status_code, 400)

    def test_not_found(self):
        self.assertEqual(self.client.get("/nowhere").status_code, 404)

    def test_crash(self):
        self.client.raise_request_exception = False
        self.assertEqual(self.client.get("/crash").status_code, 500)

    def test_unique_name(self):
        User.objects.create(username="a")
        with self.assertRaises(IntegrityError), transaction.atomic():
            User.objects.create(username="a")
