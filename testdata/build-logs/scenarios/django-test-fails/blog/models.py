from django.db import models


class Post(models.Model):
    title = models.CharField(max_length=40)
    published = models.BooleanField(default=False)
