import sys

import jinja2

values = {"web": {"port": 80, "replicas": 3}, "worker": {"port": 81, "replicas": 2}, "scheduler": {"port": 82}}
environment = jinja2.Environment(loader=jinja2.FileSystemLoader("templates"), undefined=jinja2.StrictUndefined)
text = environment.get_template("service.conf.j2").render(name=sys.argv[1], **values[sys.argv[1]])
print(text)
