import pytest

from mailer import CODES, retry, text

DOMAINS = ["a.example", "b.example", "failed.example", "error.example"]


@pytest.mark.smtp
@pytest.mark.parametrize("code", list(CODES), ids=[f"{c} {t}" for c, t in CODES.items()])
@pytest.mark.parametrize("domain", DOMAINS)
def test_error_reply(code, domain):
    assert isinstance(text(code), str)


@pytest.mark.parametrize("code", range(400, 500))
def test_temporary_failure_is_retried(code):
    assert retry(code)


@pytest.mark.parametrize("code", range(500, 600))
def test_fatal_failure_is_not_retried(code):
    assert not retry(code)


@pytest.mark.parametrize("code", [0, 1, 999])
def test_unknown(code):
    with pytest.raises(LookupError):
        text(code)
