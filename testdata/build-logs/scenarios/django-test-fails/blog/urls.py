from django.http import HttpResponse
from django.urls import path

from blog.models import Post


def index(request):
    return HttpResponse(", ".join(Post.objects.values_list("title", flat=True)))


urlpatterns = [path("", index)]
