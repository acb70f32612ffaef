import logging
import unittest

from worker import run

logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")


class Worker(unittest.TestCase):
    def test_recovers(self):
        answers = [ConnectionError("Connection refused"), TimeoutError("timed out"), 7]

        def flaky():
            answer = answers.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return answer

        self.assertEqual(run(flaky), 7)

    def test_gives_up(self):
        def broken():
            raise ValueError("no such column: price")

        self.assertIsNone(run(broken))

    def test_at_once(self):
        self.assertEqual(run(lambda: 3), 3)
