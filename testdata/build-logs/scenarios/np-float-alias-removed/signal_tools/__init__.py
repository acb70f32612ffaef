import numpy as np


def normalise(values):
    data = np.asarray(values, dtype=np.float_)
    return (data - data.mean()) / data.std()


def peak(values):
    return int(np.argmax(values))
