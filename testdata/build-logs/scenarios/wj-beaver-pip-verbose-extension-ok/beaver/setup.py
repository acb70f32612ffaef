from setuptools import Extension, setup

setup(name="beaver-wj", version="0.2", ext_modules=[Extension("_beaver", ["dam.c", "lodge.c"])])
