from django.db import models


class Client(models.Model):
    code = models.CharField(max_length=8, unique=True)
