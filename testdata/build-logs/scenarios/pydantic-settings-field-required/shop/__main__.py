import sys

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SHOP_")
    database_url: str
    port: int = 8000
    log_level: str = "warning"


print("shop", sys.argv[1])
print(Settings())
