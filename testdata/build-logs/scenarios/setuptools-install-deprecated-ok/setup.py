from setuptools import setup

setup(name="old-tool", version="1.0.dev", packages=["oldtool"], test_suite="tests", tests_require=["nose"], package_data={"oldtool": ["*.missing"]}, scripts=["bin/old-tool"])
