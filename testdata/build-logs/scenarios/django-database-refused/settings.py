SECRET_KEY = "not-secret"
STATIC_URL = "static/"
STATIC_ROOT = "/src/out"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.staticfiles"]
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "shop", "HOST": "127.0.0.1", "PORT": "5499"}}
