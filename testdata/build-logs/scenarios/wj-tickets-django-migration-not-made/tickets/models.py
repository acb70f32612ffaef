from django.db import models


class Ticket(models.Model):
    seat = models.CharField(max_length=8)
    paid = models.BooleanField(default=False)

    class Meta:
        app_label = "tickets"
