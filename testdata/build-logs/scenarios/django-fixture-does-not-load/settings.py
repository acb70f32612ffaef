SECRET_KEY = "for-tests-only"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.sites"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db.sqlite3"}}
FIXTURE_DIRS = ["fixtures"]
