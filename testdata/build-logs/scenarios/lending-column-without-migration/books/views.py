import logging

from rest_framework import serializers, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from .models import Book

log = logging.getLogger(__name__)


class BookSerializer(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["id", "title", "isbn", "copies"]


class BookViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.order_by("title")
    serializer_class = BookSerializer

    @action(detail=True, methods=["post"])
    def lend(self, request, pk=None):
        book = self.get_object()
        try:
            book.lend()
        except ValueError as error:
            log.exception("cannot lend %s", book)
            return Response({"error": str(error)}, status=409)
        return Response({"copies": book.copies})
