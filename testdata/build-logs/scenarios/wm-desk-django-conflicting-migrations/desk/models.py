from django.db import models


class Ticket(models.Model):
    title = models.CharField(max_length=100)
    urgent = models.BooleanField(default=False)
    closed = models.BooleanField(default=False)
