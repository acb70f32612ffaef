from django.test import SimpleTestCase, TestCase


class PagesTest(TestCase):
    def test_home(self):
        self.assertContains(self.client.get("/"), "Home")

    def test_about(self):
        self.assertContains(self.client.get("/about"), "About")

    def test_nothing(self):
        self.assertEqual(self.client.get("/nothing").status_code, 404)


class OtherTest(SimpleTestCase):
    def test_number(self):
        self.assertEqual(1 + 1, 2)
