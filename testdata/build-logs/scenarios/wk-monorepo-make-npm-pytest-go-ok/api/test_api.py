import pytest, warnings

def route(path):
    if path not in ("/", "/health"):
        raise LookupError(f"404: {path}")
    warnings.warn("route() is deprecated", DeprecationWarning)
    return 200

def test_health():
    assert route("/health") == 200

def test_not_found():
    with pytest.raises(LookupError):
        route("/nope")

@pytest.mark.xfail(reason="trailing slashes")
def test_trailing_slash():
    assert route("/health/") == 200
