import pytest

from beacon import load


@pytest.mark.parametrize("text", ["[", "a: [", "- name: x\n - y"])
def test_error(text):
    with pytest.raises(ValueError, match="no YAML"):
        load(text)


def test_load():
    assert load("- name: a\n- name: b") == ["a", "b"]


def test_empty():
    assert load("") == []
