import os
from slugify import slugify


def shelf(title):
    if not title:
        raise ValueError("a book without title")
    return slugify(title)
