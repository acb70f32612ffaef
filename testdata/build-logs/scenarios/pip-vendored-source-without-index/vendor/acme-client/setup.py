from setuptools import setup

setup(name="acme-client", version="3.1", py_modules=["acme_client"])
