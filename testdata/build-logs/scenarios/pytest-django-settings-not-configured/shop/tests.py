from shop.models import Item


def test_name():
    assert Item(name="cup").name == "cup"
