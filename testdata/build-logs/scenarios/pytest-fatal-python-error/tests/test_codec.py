import ctypes


def test_empty():
    assert ctypes.string_at(b"", 0) == b""


def test_ascii():
    assert ctypes.string_at(b"abc", 2) == b"ab"


def test_header_of_released_buffer():
    assert ctypes.string_at(8, 4) == b"RIFF"


def test_tail():
    assert True
