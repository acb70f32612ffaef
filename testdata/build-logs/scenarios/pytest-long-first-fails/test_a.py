def test_configuration():
    raise FileNotFoundError(2, "No such file or directory", "/etc/shop/settings.ini")
