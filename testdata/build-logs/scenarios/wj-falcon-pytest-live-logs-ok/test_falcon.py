import pytest

from falcon import Nest, prey


@pytest.mark.parametrize("tries", [0, 1, 2, 3])
def test_land(tries):
    assert Nest(tries).land() == tries + 1


@pytest.mark.parametrize("name", ["mouse", "vole", "pigeon"])
def test_prey(name):
    assert prey(name) == len(name)


@pytest.mark.parametrize("name", ["", "cat", "failed", "error"])
def test_unknown_prey(name):
    with pytest.raises(LookupError):
        prey(name)
