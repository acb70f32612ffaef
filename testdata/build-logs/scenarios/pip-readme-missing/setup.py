import pathlib

from setuptools import setup

setup(name="reporter", version="1.2", py_modules=["reporter"],
      long_description=pathlib.Path("README.md").read_text())
