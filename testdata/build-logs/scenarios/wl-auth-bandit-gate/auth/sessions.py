import random


def session_id():
    return "%030x" % random.randrange(16**30)
