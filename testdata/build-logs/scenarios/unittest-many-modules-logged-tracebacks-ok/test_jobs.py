import logging
import sys
import traceback
import unittest

logging.basicConfig(stream=sys.stderr, level=logging.DEBUG)
log = logging.getLogger("jobs")


def run(job):
    try:
        return job()
    except Exception:
        log.exception("job failed")
        return None


def make(n):
    def test(self):
        self.assertIsNone(run(lambda: [].pop()) if n % 5 == 0 else None)
        self.assertEqual(run(lambda: n * n), n * n)
    return test


class JobsTest(unittest.TestCase):
    def test_exit(self):
        with self.assertRaises(SystemExit) as caught:
            sys.exit("FATAL: configuration is invalid")
        print(caught.exception, file=sys.stderr)

    @unittest.expectedFailure
    def test_known_bug(self):
        self.assertEqual(0.1 + 0.2, 0.3)


for n in range(30):
    setattr(JobsTest, f"test_job_{n:02d}", make(n))
