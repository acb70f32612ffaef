import asyncio
import warnings

import pytest


@pytest.mark.parametrize("error", ["timeout", "reset", "refused"])
def test_sync(error):
    warnings.warn(f"error {error} is simulated")


async def fetch():
    await asyncio.sleep(0)
    return 200


@pytest.mark.asyncio
async def test_fetch():
    assert await fetch() == 200


def test_run():
    assert asyncio.run(fetch()) == 200
