from django.shortcuts import render
from django.urls import path

urlpatterns = [path("", lambda request: render(request, "pages/home.html")),
               path("about", lambda request: render(request, "pages/about.html"))]
