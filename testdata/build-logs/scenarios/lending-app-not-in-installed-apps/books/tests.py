from django.test import TestCase

from .models import Book


class BookModelTests(TestCase):
    def setUp(self):
        self.book = Book.objects.create(title="Emma", isbn="9780141439587", copies=1)

    def test_str_is_title(self):
        self.assertEqual(str(self.book), "Emma")

    def test_lend_takes_a_copy(self):
        self.book.lend()
        self.assertEqual(Book.objects.get().copies, 0)

    def test_lend_without_copies_raises(self):
        self.book.lend()
        with self.assertRaises(ValueError):
            self.book.lend()


class BookApiTests(TestCase):
    def create(self, **data):
        return self.client.post("/api/books/", data, content_type="application/json")

    def test_list_is_empty(self):
        self.assertEqual(self.client.get("/api/books/").json(), [])

    def test_create(self):
        self.assertEqual(self.create(title="Emma", isbn="9780141439587").status_code, 201)

    def test_create_without_title_is_refused(self):
        answer = self.create(isbn="9780141439587")
        self.assertEqual(answer.status_code, 400)
        self.assertIn("title", answer.json())

    def test_isbn_is_unique(self):
        self.create(title="Emma", isbn="9780141439587")
        self.assertEqual(self.create(title="Emma 2", isbn="9780141439587").status_code, 400)

    def test_lend_conflict(self):
        number = self.create(title="Emma", isbn="9780141439587", copies=0).json()["id"]
        answer = self.client.post(f"/api/books/{number}/lend/")
        self.assertEqual(answer.status_code, 409)
        self.assertEqual(answer.json(), {"error": "no copy is left"})

    def test_unknown_book_is_404(self):
        self.assertEqual(self.client.get("/api/books/77/").status_code, 404)

    def test_sorted_by_title(self):
        self.create(title="Persuasion", isbn="2")
        self.create(title="Emma", isbn="1")
        self.assertEqual([book["title"] for book in self.client.get("/api/books/").json()], ["Emma", "Persuasion"])
