from django.http import HttpResponse
from django.urls import path


def broken(request):
    raise RuntimeError("the payment gateway did not answer")


urlpatterns = [path("", lambda request: HttpResponse("ok")), path("broken", broken)]
