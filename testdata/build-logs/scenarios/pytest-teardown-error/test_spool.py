import os

import pytest


@pytest.fixture
def spool(tmp_path):
    path = tmp_path / "spool"
    path.mkdir()
    yield path
    os.rmdir(path)


@pytest.mark.parametrize("code", range(110))
def test_error_code(code):
    assert code < 110


def test_empty(spool):
    assert not list(spool.iterdir())


def test_one_job(spool):
    (spool / "job").write_text("error")
    assert len(list(spool.iterdir())) == 1
