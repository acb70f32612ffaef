import pytest

from tickets.validation import check_ticket


@pytest.mark.parametrize("title", ["a", "Printer is on fire", "x" * 80, "  padded  ", "Ünïcode", "42"])
@pytest.mark.parametrize("priority", [1, 2, 3, 4, 5])
def test_good_tickets(title, priority):
    assert check_ticket({"title": title, "priority": priority}) == []


@pytest.mark.parametrize("title", ["", "   ", "\t", "\n"])
def test_blank_title_is_an_error(title):
    assert check_ticket({"title": title}) == ["title is required"]


@pytest.mark.parametrize("priority", [0, -1, 6, 99, None, "high"])
def test_priority_errors(priority):
    assert check_ticket({"title": "a", "priority": priority}) == ["priority is not between 1 and 5"]


def test_title_too_long():
    assert "title is too long" in check_ticket({"title": "x" * 81})


def test_nothing_given():
    assert check_ticket(None) == ["title is required"]
