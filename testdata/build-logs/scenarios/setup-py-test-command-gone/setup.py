from setuptools import find_packages, setup

setup(name="ledger", version="1.9.2", packages=find_packages(exclude=["tests"]), test_suite="tests", tests_require=["mock"])
