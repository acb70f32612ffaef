from django.db import models


class Booking(models.Model):
    guest = models.CharField(max_length=80)
    nights = models.IntegerField()
