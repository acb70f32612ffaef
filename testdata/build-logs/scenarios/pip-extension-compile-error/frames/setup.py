from setuptools import Extension, setup

setup(name="frames", version="2.0", ext_modules=[Extension("frames", ["frames.c"] + [f"part{n}.c" for n in range(12)])])
