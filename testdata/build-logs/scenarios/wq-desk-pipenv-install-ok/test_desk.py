import flask


def test_version():
    assert flask.Flask("desk").name == "desk"
