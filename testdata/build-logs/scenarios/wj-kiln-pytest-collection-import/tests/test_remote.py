import respx

from kiln import Firing


@respx.mock
def test_remote():
    assert Firing().load({"degrees": 3})
