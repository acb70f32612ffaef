import asyncio

import pytest


class Pool:
    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.loop.close()

    async def get(self, n):
        return await asyncio.wait_for(asyncio.sleep(0, n), 1)

    def close(self):
        self.loop.run_until_complete(asyncio.sleep(0))


@pytest.mark.parametrize("n", range(25))
async def test_get(n):
    assert await Pool().get(n) == n


@pytest.mark.filterwarnings("ignore")
def test_close():
    pool = Pool()
    pool.close()


async def test_again():
    assert await Pool().get(1) == 1
