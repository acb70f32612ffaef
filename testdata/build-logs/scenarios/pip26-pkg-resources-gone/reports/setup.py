import pkg_resources
from setuptools import setup

pkg_resources.require("setuptools>=40")
setup(name="reports", version="2.0", py_modules=["reports"])
