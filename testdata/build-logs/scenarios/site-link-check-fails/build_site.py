import pathlib

site = pathlib.Path("/tmp/site")
site.mkdir()
for n in range(1, 121):
    page = site / f"page-{n:03d}.html"
    target = n + 1 if n != 120 else 1
    if n == 77:
        target = 770
    page.write_text(f'<a href="page-{target:03d}.html">next</a><a href="index.html">home</a>')
    print(f"rendered {page.name} ({page.stat().st_size} bytes)")
(site / "index.html").write_text('<a href="page-001.html">start</a>')
print("rendered index.html; 121 pages in 0.4 s")
