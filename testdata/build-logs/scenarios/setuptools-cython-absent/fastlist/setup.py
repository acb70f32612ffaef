from Cython.Build import cythonize
from setuptools import setup

setup(name="fastlist", version="0.1", ext_modules=cythonize("fastlist.pyx"))
