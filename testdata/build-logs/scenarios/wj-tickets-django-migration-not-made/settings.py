SECRET_KEY = "x"
INSTALLED_APPS = ["tickets"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
