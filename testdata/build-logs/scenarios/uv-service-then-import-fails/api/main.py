from api import settings, views
