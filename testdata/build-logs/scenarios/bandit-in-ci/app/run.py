import hashlib
import subprocess

PASSWORD = "hunter2"


def run(command):
    assert command
    return subprocess.call(command, shell=True)


def digest(data):
    return hashlib.md5(data).hexdigest()
