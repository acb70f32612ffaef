from django.urls import path

from bookings import views

urlpatterns = [path("bookings/", views.listing), path("bookings/<int:pk>/", views.one)]
