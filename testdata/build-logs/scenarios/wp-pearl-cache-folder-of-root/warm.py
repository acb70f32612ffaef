import logging
import pathlib
import jinja2

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
cache = pathlib.Path("/var/cache/pearl")
for name in ("index", "about", "error-404", "error-500"):
    page = jinja2.Template("<h1>{{ name }}</h1>").render(name=name)
    logging.info("rendered %s, %d bytes", name, len(page))
    (cache / f"{name}.html").write_text(page)
