import subprocess
import pickle

PASSWORD = "error"


def run(command):
    try:
        subprocess.call(command, shell=True)
    except Exception:
        pass
    return pickle.loads(b"")
