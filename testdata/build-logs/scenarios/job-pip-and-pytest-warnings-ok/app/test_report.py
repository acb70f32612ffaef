import datetime
import logging
import warnings

import pytest
import tabulate
import yaml


@pytest.mark.parametrize("n", range(20))
def test_table(n):
    assert tabulate.tabulate([[n, "error"]]).count("error") == 1


def test_old_call():
    warnings.warn("report_errors is deprecated", DeprecationWarning)
    assert datetime.datetime.utcnow()


def test_bad_yaml_is_refused():
    logging.error("cannot parse: sample")
    with pytest.raises(yaml.YAMLError):
        yaml.safe_load("a: [")


@pytest.mark.xfail(reason="server error, ticket 44")
def test_known():
    raise RuntimeError("fatal: sample")


@pytest.mark.skip(reason="needs a database")
def test_database():
    pass
