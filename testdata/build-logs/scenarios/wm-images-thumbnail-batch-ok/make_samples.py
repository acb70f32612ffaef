import pathlib

from PIL import Image

pathlib.Path("in").mkdir()
for i in range(24):
    Image.new("RGB", (64 + i, 48), (i * 10, 0, 90)).save(f"in/photo-{i:02}.png")
pathlib.Path("in/photo-03.png").write_bytes(b"<html>404 Not Found</html>")
pathlib.Path("in/photo-17.png").write_bytes(pathlib.Path("in/photo-18.png").read_bytes()[:60])
print("24 samples")
