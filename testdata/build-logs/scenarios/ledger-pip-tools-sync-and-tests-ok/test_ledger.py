import pytest
from click.testing import CliRunner

from ledger import main, parse


@pytest.mark.parametrize('name', ['rent', 'food and drink', 'error', 'failed payment', ''])
@pytest.mark.parametrize('amount', [0, 1, -5, 1000])
def test_parse(name, amount):
    assert parse(f'{name} {amount}') == (name, amount)


@pytest.mark.xfail(reason='decimals are not done yet')
def test_decimals():
    assert parse('rent 1.5') == ('rent', 1.5)


@pytest.mark.skip(reason='needs the bank')
def test_bank():
    raise RuntimeError('no bank')


def test_main_reports_errors():
    result = CliRunner().invoke(main, ['rent 5', 'nonsense'])
    assert '1 errors' in result.output
