import urllib.request

import pytest


@pytest.fixture(scope="session")
def base_url():
    return "http://127.0.0.1:5999"


@pytest.fixture
def client(base_url):
    with urllib.request.urlopen(f"{base_url}/health", timeout=2) as answer:
        assert answer.status == 200
    return base_url
