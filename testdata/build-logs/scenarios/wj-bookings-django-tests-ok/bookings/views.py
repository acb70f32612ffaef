from django.http import JsonResponse
from django.shortcuts import get_object_or_404

from .models import Booking


def listing(request):
    return JsonResponse({"bookings": list(Booking.objects.values())})


def one(request, pk):
    booking = get_object_or_404(Booking, pk=pk)
    if booking.nights < 1:
        raise ValueError("a booking without nights")
    return JsonResponse({"guest": booking.guest})
