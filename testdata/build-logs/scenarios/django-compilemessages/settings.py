SECRET_KEY = "build"
INSTALLED_APPS = []
LOCALE_PATHS = ["locale"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
