import logging
import warnings

log = logging.getLogger("tasks")
runs = {"n": 0}


def test_flaky_broker():
    runs["n"] += 1
    assert runs["n"] > 1, "broker connection refused"


def test_logs():
    log.error("Task tasks.add[12] raised unexpected: ValueError('bad input')")
    log.critical("worker lost, restarting")


def test_warns():
    warnings.warn("amqp 1.x support ends, FAILED tasks are not kept", FutureWarning)
