import pytest
from click.testing import CliRunner

from tariff.cli import fee, main


@pytest.mark.parametrize("kind", ["bulk", "container", "tanker"])
def test_fee(kind):
    assert fee(kind, 0) == 0


def test_main():
    result = CliRunner().invoke(main, ["bulk", "10"])
    assert result.exit_code == 0
    assert "12" in result.output


def test_unknown_kind():
    result = CliRunner().invoke(main, ["coal", "10"])
    assert result.exit_code == 2
    assert "no such kind" in result.output
