import subprocess
import sys

for name in sys.argv[1:]:
    print("generating", name, flush=True)
    subprocess.run(["buf", "generate", "--path", name], check=True)
