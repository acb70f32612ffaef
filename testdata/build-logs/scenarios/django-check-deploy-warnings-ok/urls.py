from django.urls import path
from app.views import fails

urlpatterns = [path("fails/", fails)]
