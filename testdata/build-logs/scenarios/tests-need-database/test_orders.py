import os

import psycopg
import pytest

URL = os.environ.get("DATABASE_URL", "postgresql://shop:shop@127.0.0.1:5499/shop")


@pytest.fixture
def db():
    with psycopg.connect(URL, connect_timeout=2) as connection:
        yield connection


def test_version():
    assert psycopg.__version__.startswith("3.")


def test_orders_are_empty(db):
    assert db.execute("select count(*) from orders").fetchone() == (0,)


def test_customer_names(db):
    assert db.execute("select name from customers").fetchall() == []
