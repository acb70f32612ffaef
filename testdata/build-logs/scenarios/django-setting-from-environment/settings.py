import os

SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
STATIC_URL = "static/"
STATIC_ROOT = "/src/out"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.staticfiles"]
