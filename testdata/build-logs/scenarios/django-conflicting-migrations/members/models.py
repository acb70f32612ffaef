from django.db import models


class Member(models.Model):
    email = models.EmailField()
    phone = models.CharField(max_length=30, blank=True)
    city = models.CharField(max_length=30, blank=True)
