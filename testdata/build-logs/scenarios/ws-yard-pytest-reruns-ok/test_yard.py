import logging, pathlib
import pytest, yard
@pytest.mark.parametrize("n", range(40))
def test_crates(n): assert yard.crates(n) == 12 * n
def test_error():
    with pytest.raises(ValueError): yard.crates(-1)
def test_flaky(tmp_path_factory):
    seen = pathlib.Path("seen"); tries = len(seen.read_text()) if seen.exists() else 0
    seen.write_text("x" * (tries + 1)); logging.error("try %d", tries)
    assert tries >= 2, "the crane did not answer"
@pytest.mark.xfail
def test_night(): raise RuntimeError("night shift failed")
