import asyncio
import logging

import pytest

log = logging.getLogger("queue")


@pytest.mark.parametrize("n", range(40))
async def test_job(n):
    queue = asyncio.Queue()
    await queue.put(n)
    if n % 7 == 0:
        try:
            raise ConnectionResetError("Connection reset by peer")
        except ConnectionResetError:
            log.exception("job %d failed, trying again", n)
    assert await queue.get() == n


async def test_timeout():
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(asyncio.sleep(5), 0.01)
