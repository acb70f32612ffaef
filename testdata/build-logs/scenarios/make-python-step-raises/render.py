import json
import pathlib
import sys

meta = json.loads(pathlib.Path("pages/meta.json").read_text())
if sys.argv[1] == "--index":
    pages = sorted(pathlib.Path(sys.argv[2]).glob("*.md"))
    titles = [meta[page.stem]["title"] for page in pages]
    pathlib.Path(sys.argv[3]).write_text("\n".join(titles))
else:
    text = pathlib.Path(sys.argv[1]).read_text()
    pathlib.Path(sys.argv[2]).write_text(f"<pre>{text}</pre>")
    print(f"rendered {sys.argv[1]} ({len(text)} characters)")
