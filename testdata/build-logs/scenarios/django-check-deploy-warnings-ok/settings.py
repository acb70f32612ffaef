SECRET_KEY = "not-secret"
DEBUG = True
ROOT_URLCONF = "urls"
INSTALLED_APPS = ["app"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
