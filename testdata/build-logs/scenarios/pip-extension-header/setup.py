from setuptools import Extension, setup

setup(name="fastsearch", version="0.3.1", py_modules=["fastsearch"],
      ext_modules=[Extension("_fastsearch", ["_fastsearch.c"], libraries=["mysqlclient"])])
