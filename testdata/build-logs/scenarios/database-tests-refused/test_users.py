import sqlalchemy


def slug(name):
    return name.lower().replace(" ", "-")


def test_slug():
    assert slug("Jane Doe") == "jane-doe"


def test_select(connection):
    assert connection.execute(sqlalchemy.text("select 1")).scalar() == 1


def test_tables(connection):
    assert connection.execute(sqlalchemy.text("select count(*) from pg_tables")).scalar() > 0
