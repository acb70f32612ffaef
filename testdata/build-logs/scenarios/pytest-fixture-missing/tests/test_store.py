import pytest


@pytest.fixture
def store():
    return {}


def test_put(store):
    store["a"] = 1
    assert store


def test_expiry(store, frozen_clock):
    assert not store


def test_empty(store):
    assert store == {}
