import pytest


def test_count(database):
    assert database.execute("select count(*) from weasels").fetchone() == (1,)


@pytest.mark.parametrize("name", ["Wendy", "Willi", "Error"])
def test_find(database, name):
    assert len(database.execute("select * from weasels where name = ?", [name]).fetchall()) <= 1


def test_join(database):
    assert database.execute("select place from weasels join burrows on burrows.id = burrow").fetchone() == ("meadow",)
