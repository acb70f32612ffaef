import sys
import time

for percent in range(0, 101, 4):
    done = "#" * (percent // 4)
    sys.stdout.write(f"\r\x1b[2K\x1b[36mfetching model\x1b[0m [{done:<25}] {percent:3d}% 0 errors")
    sys.stdout.flush()
    time.sleep(0.01)
sys.stdout.write("\n\x1b[32mdone\x1b[0m\n")
sys.stdout.write("\rverifying 10%\rverifying 55%\r\x1b[31mbar.py: error: checksum mismatch: expected 9f2c, got 11aa\x1b[0m\n")
sys.exit(4)
