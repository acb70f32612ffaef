import pytest

from slugs import slug

CASES = [("Hello World", "hello-world"), ("  a  b ", "a-b"), ("C++", "c"), ("100%", "100"), ("A_B", "a-b"),
         ("één", "een"), ("naïve café", "naive-cafe"), ("x/y/z", "x-y-z"), ("...", ""), ("Ünïcödé", "unicode"),
         ("Tom & Jerry", "tom-jerry"), ("MiXeD", "mixed"), ("tab\tbed", "tab-bed")]


@pytest.mark.parametrize("text,wanted", CASES)
def test_slug(text, wanted):
    assert slug(text) == wanted


def test_sharp_s():
    assert slug("Große Straße") == "grosse-strasse"


@pytest.mark.parametrize("n", range(30))
def test_long(n):
    assert len(slug("word " * n)) == max(0, 5 * n - 1)
