import sys
from setuptools import setup
print("error: no configuration found, using defaults", file=sys.stderr)
setup(name="oldschool", version="0.9.1", py_modules=["oldschool"], install_requires=["toml"])
