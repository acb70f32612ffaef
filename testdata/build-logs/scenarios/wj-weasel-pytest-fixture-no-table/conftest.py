import os
import sqlite3

import pytest


@pytest.fixture
def database():
    connection = sqlite3.connect(os.environ["DATABASE"])
    connection.execute("insert into burrows (place) values ('meadow')")
    connection.execute("insert into weasels (name, burrow) values ('Wendy', 1)")
    yield connection
    connection.rollback()
