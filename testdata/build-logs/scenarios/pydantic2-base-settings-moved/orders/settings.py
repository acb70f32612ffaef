from pydantic import BaseSettings


class Settings(BaseSettings):
    database_url: str = "sqlite:///orders.db"
    debug: bool = False


settings = Settings()
