import jinja2
import pytest


@pytest.mark.parametrize("n", range(30))
def test_render(n):
    assert jinja2.Template("{{ n }}").render(n=n) == str(n)


def test_error_is_raised():
    with pytest.raises(jinja2.TemplateSyntaxError):
        jinja2.Template("{% if %}")


@pytest.mark.xfail(reason="filters fail", strict=True)
def test_filter():
    jinja2.Template("{{ 1 | nosuch }}").render()
