import json
import pathlib

import pytest


@pytest.fixture(scope="session")
def settings():
    return json.loads(pathlib.Path("settings.local.json").read_text())
