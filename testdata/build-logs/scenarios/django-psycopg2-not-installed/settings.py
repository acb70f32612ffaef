import dj_database_url

SECRET_KEY = "for-tests-only"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth"]
DATABASES = {"default": dj_database_url.parse("postgres://app:app@db/app")}
