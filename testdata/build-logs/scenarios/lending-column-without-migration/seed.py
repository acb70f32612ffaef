from books.models import Book

for number, title in enumerate(["Emma", "Persuasion", "Lady Susan"]):
    Book.objects.create(title=title, isbn=str(number))
print(Book.objects.count(), "books")
