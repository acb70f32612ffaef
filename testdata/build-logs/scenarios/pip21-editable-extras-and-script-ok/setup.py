from setuptools import setup

setup(name="report-tool", version="0.3.1", py_modules=["report"], install_requires=["tabulate==0.8.10"],
      extras_require={"cli": ["click==8.0.4"]}, entry_points={"console_scripts": ["report=report:main"]})
