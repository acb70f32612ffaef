from django.http import HttpResponse, HttpResponseBadRequest
from django.urls import path


def vote(request, number):
    if number > 3:
        return HttpResponseBadRequest("no such choice")
    return HttpResponse("thanks")


def crash(request):
    raise RuntimeError("crash on purpose")


urlpatterns = [path("vote/<int:number>", vote), path("crash", crash)]
