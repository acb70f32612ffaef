import pytest
from sqlalchemy.orm import Session


def test_session():
    assert Session
