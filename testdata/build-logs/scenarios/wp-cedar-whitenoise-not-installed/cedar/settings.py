SECRET_KEY = "build"
DEBUG = False
ROOT_URLCONF = "cedar.urls"
INSTALLED_APPS = ["django.contrib.staticfiles", "whitenoise.runserver_nostatic"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "whitenoise.middleware.WhiteNoiseMiddleware"]
STATIC_URL = "/static/"
STATIC_ROOT = "/srv/static"
