from setuptools import setup

setup(name="pdfjoin", version="0.3", py_modules=["pdfjoin"], entry_points={"console_scripts": ["pdfjoin=pdfjoin:main"]}, tests_require=["nose"])
