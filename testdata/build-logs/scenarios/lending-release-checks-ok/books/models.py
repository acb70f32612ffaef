from django.db import models


class Book(models.Model):
    title = models.CharField(max_length=100)
    isbn = models.CharField(max_length=13, unique=True)
    copies = models.PositiveIntegerField(default=1)

    def lend(self):
        if self.copies == 0:
            raise ValueError("no copy is left")
        self.copies -= 1
        self.save()

    def __str__(self):
        return self.title
