from django.http import HttpResponse
from django.urls import path


def broken(request):
    raise RuntimeError("sample failure")


urlpatterns = [path("", lambda request: HttpResponse("ok")), path("broken", broken)]
