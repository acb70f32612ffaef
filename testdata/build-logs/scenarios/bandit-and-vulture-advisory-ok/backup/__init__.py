import hashlib
import pickle
import subprocess
import tempfile

PASSWORD = "changeme"


def digest(data):
    return hashlib.md5(data).hexdigest()


def load(path):
    with open(path, "rb") as file:
        return pickle.load(file)


def copy(source):
    target = tempfile.mktemp()
    subprocess.run(f"cp {source} {target}", shell=True)
    return target
