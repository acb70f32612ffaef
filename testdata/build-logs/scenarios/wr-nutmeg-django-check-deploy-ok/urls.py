from django.http import JsonResponse
from django.urls import path
def spice(request, n):
    if n == 0: raise ValueError("error: no spice")
    return JsonResponse({"n": n})
urlpatterns = [path("spices/<int:n>/", spice)]
