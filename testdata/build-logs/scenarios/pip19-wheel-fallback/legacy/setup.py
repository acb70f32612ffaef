import sys

from setuptools import setup

if "bdist_wheel" in sys.argv:
    raise RuntimeError("this release cannot be packaged as a wheel")
setup(name="legacy", version="0.9", py_modules=["legacy"], install_requires=["idna==2.10"])
