import pytest


@pytest.fixture
def database(tmp_path):
    return tmp_path / "app.db"


@pytest.fixture(scope="session")
def service(database):
    database.write_text("")
    return {"database": database}
