import sys

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

values, template = sys.argv[1:]
env = Environment(loader=FileSystemLoader("."), undefined=StrictUndefined, trim_blocks=True)
print(env.get_template(template).render(yaml.safe_load(open(values))))
