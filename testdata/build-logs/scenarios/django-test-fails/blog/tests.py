from django.contrib.auth.models import User
from django.test import TestCase

from blog.models import Post


class PostTests(TestCase):
    def setUp(self):
        Post.objects.create(title="Draft")
        Post.objects.create(title="Hello", published=True)

    def test_titles(self):
        self.assertEqual(Post.objects.count(), 2)

    def test_drafts_are_hidden(self):
        self.assertNotContains(self.client.get("/"), "Draft")

    def test_not_found_is_an_error(self):
        self.assertEqual(self.client.get("/error").status_code, 404)

    def test_user(self):
        self.assertTrue(User.objects.create_user("ann").is_active)
