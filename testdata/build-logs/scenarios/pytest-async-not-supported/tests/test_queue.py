import asyncio

import pytest


class Queue:
    def __init__(self):
        self.items = asyncio.Queue()

    async def put(self, item):
        await self.items.put(item)

    async def get(self):
        return await self.items.get()


@pytest.mark.parametrize("value", range(25))
def test_construct(value):
    assert Queue() is not None


@pytest.mark.asyncio
async def test_put_and_get():
    queue = Queue()
    await queue.put(1)
    assert await queue.get() == 1


@pytest.mark.asyncio
async def test_order():
    queue = Queue()
    for number in range(3):
        await queue.put(number)
    assert [await queue.get() for _ in range(3)] == [0, 1, 2]
