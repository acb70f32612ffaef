from django.core.management.base import BaseCommand
from django.db import IntegrityError

from stock.models import Shelf


class Command(BaseCommand):
    def handle(self, *args, **options):
        try:
            Shelf.objects.create(name="errors")
        except IntegrityError as error:
            self.stderr.write(f"IntegrityError: {error} (expected)")
        self.stdout.write(f"{Shelf.objects.count()} shelves, 0 problems")
