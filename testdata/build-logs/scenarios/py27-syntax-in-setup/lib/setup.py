from setuptools import setup

VERSION = "3.1"
print(f"building {VERSION}")
setup(name="lib", version=VERSION, py_modules=["lib"])
