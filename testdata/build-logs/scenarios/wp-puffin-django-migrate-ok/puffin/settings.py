SECRET_KEY = "build"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "puffin.urls"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "puffin"]
MIDDLEWARE = []
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "/srv/db.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
