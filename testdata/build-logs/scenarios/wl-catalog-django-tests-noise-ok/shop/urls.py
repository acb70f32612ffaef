from django.http import Http404, JsonResponse
from django.urls import path
from .models import Product


def product(request, pk):
    if not (p := Product.objects.filter(pk=pk).first()):
        raise Http404
    return JsonResponse({"name": p.name})


def broken(request):
    raise ValueError("price list is empty")


urlpatterns = [path("p/<int:pk>", product), path("broken", broken)]
