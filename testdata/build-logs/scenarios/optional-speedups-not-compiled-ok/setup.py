from setuptools import Extension, setup

setup(
    name="fastjsonish",
    version="0.2",
    packages=["fastjsonish"],
    ext_modules=[Extension("fastjsonish._speedups", ["speedups.c"], optional=True)],
)
