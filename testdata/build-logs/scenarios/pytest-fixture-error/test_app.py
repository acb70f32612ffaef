def test_plain():
    assert True


def test_port(settings):
    assert settings["port"] == 8080
