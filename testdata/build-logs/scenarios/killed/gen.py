"""Stands for a process that the kernel kills: it has grown, and dies of SIGKILL."""
import os
import signal

for part in range(1, 9):
    print(f"linking part {part} of 20", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
