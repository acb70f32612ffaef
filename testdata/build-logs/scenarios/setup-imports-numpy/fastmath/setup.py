import numpy
from setuptools import Extension, setup

setup(name="fastmath", version="0.3", ext_modules=[Extension("fastmath", ["fastmath.c"], include_dirs=[numpy.get_include()])])
