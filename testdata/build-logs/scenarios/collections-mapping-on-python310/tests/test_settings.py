from attrdict import AttrDict


def test_nested():
    assert AttrDict({"a": {"b": 1}}).a.b == 1
