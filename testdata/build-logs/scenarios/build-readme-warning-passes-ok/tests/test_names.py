import sys

sys.path.insert(0, ".")
import tzlist


def test_names():
    assert tzlist.names() == ["UTC"]
