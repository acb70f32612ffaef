from setuptools import Extension, setup
setup(
    name="speedup",
    version="1.4.0",
    packages=["speedup"],
    ext_modules=[Extension("speedup._native", ["native.c"], libraries=["fastmath"], optional=True)],
)
