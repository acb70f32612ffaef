import sys

import requests
import yaml

print(yaml.safe_load("a: 1"), requests.__version__, sys.argv)
