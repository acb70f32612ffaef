import sys

import yaml

with open(sys.argv[1]) as file:
    config = yaml.safe_load(file)
print(f"{sys.argv[1]}: ok, {len(config)} sections")
