import pathlib
import re
import sys

site = pathlib.Path(sys.argv[1])
broken = 0
for page in sorted(site.glob("*.html")):
    for link in re.findall(r'href="([^"]+)"', page.read_text()):
        if not (site / link).exists():
            broken += 1
            print(f"{page.name}: broken link: {link}")
print(f"checked {len(list(site.glob('*.html')))} pages, {broken} broken link(s)")
sys.exit(1 if broken else 0)
