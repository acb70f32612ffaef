import pytest
import wiki
@pytest.mark.parametrize("level", [1, 2, 3, 4, 5, 6])
def test_heading(level): assert f"<h{level}>" in wiki.render("#" * level + " Error")
def test_empty(): assert wiki.render("") == ""
