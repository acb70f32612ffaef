from django.contrib.auth.models import Group, User
from django.test import TestCase


def names():
    return [(user.username, [group.name for group in user.groups.all()]) for user in User.objects.all()]


class TeamsTest(TestCase):
    def setUp(self):
        for n in range(4):
            User.objects.create(username=f"user{n}").groups.add(Group.objects.create(name=f"group{n}"))

    def test_names(self):
        self.assertEqual(len(names()), 4)

    def test_one_query_for_all(self):
        with self.assertNumQueries(2):
            names()


def make(n):
    return lambda self: self.assertEqual(User.objects.filter(username=f"user{n}").count(), 1 if n < 4 else 0)


for n in range(90):
    setattr(TeamsTest, f"test_user_{n:02d}", make(n))
