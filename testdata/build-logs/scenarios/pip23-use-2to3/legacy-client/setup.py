from setuptools import setup

setup(name="legacy-client", version="1.1", packages=["legacy"], use_2to3=True)
