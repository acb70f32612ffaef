SECRET_KEY = "shop"
INSTALLED_APPS = ["django.contrib.contenttypes", "stock"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "shop.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
