import random
import sys
import traceback

random.seed(11)
dead = 0


def log(minute, level, text):
    print(f"02:{minute:02}:{random.randrange(60):02} {level:<5} [ingest-{random.randrange(3)}] {text}", flush=True)


def handle(message):
    if message % 97 == 0:
        raise KeyError("customer_id")
    if message % 131 == 0:
        raise ConnectionResetError(104, "Connection reset by peer")


for message in range(1, 1201):
    minute = message // 25
    try:
        handle(message)
        if message % 6 == 0:
            log(minute, "INFO", f"offset {message} stored")
    except KeyError:
        dead += 1
        log(minute, "ERROR", f"offset {message} cannot be parsed, sent to dead letters")
        traceback.print_exc(file=sys.stdout)
    except OSError as error:
        log(minute, "WARN", f"offset {message}: {error}, retry 1 of 5")
        log(minute, "INFO", f"offset {message} stored at retry 1")
    if message == 600:
        log(minute, "WARN", "rebalance: partitions revoked, committing")
        log(minute, "FATAL", "broker 2 left the cluster (logged at level FATAL by the client library)")
        log(minute, "INFO", "rebalance: partitions assigned")
log(48, "INFO", f"finished: 1200 messages, {dead} dead letters, 0 lost")
