import os

import dj_database_url

SECRET_KEY = os.environ["CLINIC_SECRET_KEY"]
DATABASES = {"default": dj_database_url.parse("sqlite:///clinic.db")}
INSTALLED_APPS = []
