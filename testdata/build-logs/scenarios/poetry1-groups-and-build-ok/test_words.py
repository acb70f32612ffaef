import os

from words import plural


def test_plural():
    assert plural("error") == "errors"


def test_flaky():
    assert "CI_REGION" in os.environ
