import pytest


@pytest.mark.parametrize("n", range(60))
def test_row(n):
    assert n >= 0


@pytest.mark.skip(reason="FAILED upstream, see DATA-12")
def test_upstream():
    pass


@pytest.mark.xfail(raises=KeyError)
def test_missing_column():
    {}["sum"]
