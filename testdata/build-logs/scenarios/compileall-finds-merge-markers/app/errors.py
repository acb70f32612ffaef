class FailedError(Exception):
    pass
