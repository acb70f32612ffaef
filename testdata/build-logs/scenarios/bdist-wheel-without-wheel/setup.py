from setuptools import find_packages, setup

setup(name="tinyledger", version="0.2", packages=find_packages(), python_requires=">=3.6")
