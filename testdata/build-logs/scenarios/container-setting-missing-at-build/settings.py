from decouple import config

DEBUG = config("DEBUG", default=False, cast=bool)
DATABASE_URL = config("DATABASE_URL", default="sqlite:///db.sqlite3")
SECRET_KEY = config("SECRET_KEY")
