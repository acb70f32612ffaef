from setuptools import setup

setup(name="sundial", version="2.0.1", py_modules=[], packages=["sundial"], install_requires=["astral==3.2"])
