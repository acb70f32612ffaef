import pathlib

pathlib.Path("shop").mkdir()
pathlib.Path("shop/__init__.py").touch()
NAMES = ["cart", "order", "refund", "errors", "failover", "mail", "stock", "tax", "user", "voucher", "search", "review", "image", "export"]
for n, name in enumerate(NAMES):
    extra = "".join(f"\n\ndef never_{i}(x):\n    if x:\n        return {i}\n    raise RuntimeError('never')\n" for i in range(n % 3))
    pathlib.Path(f"shop/{name}.py").write_text(f'''def {name}(x):
    if x < 0:
        raise ValueError("{name}: {{}} is below 0".format(x))
    if x > 100:
        return 100
    if x == {n} and x > 50:
        return None
    return x
{extra}''')
pathlib.Path("test_shop.py").write_text('''import importlib

import pytest

NAMES = %r


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("x", [0, 1, 50, 101])
def test_value(name, x):
    assert getattr(importlib.import_module(f"shop.{name}"), name)(x) == min(x, 100)


@pytest.mark.parametrize("name", NAMES)
def test_error(name):
    with pytest.raises(ValueError):
        getattr(importlib.import_module(f"shop.{name}"), name)(-1)
''' % NAMES)
