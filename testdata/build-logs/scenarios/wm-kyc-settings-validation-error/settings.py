from pydantic import PostgresDsn, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="KYC_")
    region: str
    timeout: int = 10
    database_url: PostgresDsn
    provider_key: SecretStr


if __name__ == "__main__":
    print(Settings().model_dump_json(indent=2))
