import os
SECRET_KEY = os.environ["MENUS_SECRET_KEY"]
DEBUG = os.environ.get("MENUS_DEBUG") == "1"
STATIC_URL = "/static/"
STATIC_ROOT = "/app/static"
INSTALLED_APPS = ["django.contrib.staticfiles"]
