import logging
import subprocess
import sys
import threading
import unittest
import warnings

logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", datefmt="%H:%M", level=logging.DEBUG)


class Jobs(unittest.TestCase):
    def test_thread_dies(self):
        thread = threading.Thread(target=lambda: [][1], name="worker")
        thread.start()
        thread.join()

    def test_child_fails(self):
        done = subprocess.run([sys.executable, "-c", "import nosuchmodule"])
        self.assertNotEqual(done.returncode, 0)

    def test_retries(self):
        for attempt in range(3):
            with self.subTest(attempt=attempt):
                logging.error("attempt %d: connection refused", attempt)

    def test_leak(self):
        open(__file__)

    @unittest.skipIf(True, "error: not supported here")
    def test_skipped(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.assertEqual(1, 2, "totals differ")
