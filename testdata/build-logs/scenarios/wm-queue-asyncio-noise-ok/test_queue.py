import asyncio
import logging
import sys
import traceback

import pytest


async def worker(queue, done):
    while True:
        job = await queue.get()
        try:
            if job == "bad":
                raise RuntimeError("job exploded: bad")
            done.append(job)
        except RuntimeError:
            traceback.print_exc(file=sys.stdout)
        finally:
            queue.task_done()


@pytest.mark.parametrize("jobs", [["a"], ["a", "b"], ["a", "bad", "c"]])
async def test_worker(jobs):
    queue, done = asyncio.Queue(), []
    for job in jobs:
        queue.put_nowait(job)
    task = asyncio.create_task(worker(queue, done))
    await queue.join()
    task.cancel()
    assert done == [j for j in jobs if j != "bad"]


async def test_exception_in_task_is_reported():
    async def boom():
        raise ValueError("boom in the background")
    task = asyncio.create_task(boom())
    await asyncio.sleep(0)
    assert isinstance(task.exception(), ValueError)


async def test_timeout():
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(asyncio.sleep(5), 0.05)
