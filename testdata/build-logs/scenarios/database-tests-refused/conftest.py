import os

import pytest
import sqlalchemy


@pytest.fixture(scope="session")
def connection():
    engine = sqlalchemy.create_engine(os.environ["DATABASE_URL"])
    with engine.connect() as connection:
        yield connection
