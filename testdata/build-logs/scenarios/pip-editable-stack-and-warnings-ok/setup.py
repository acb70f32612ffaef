from setuptools import setup

setup(name="acme-report", version="0.4.0", py_modules=["report"], install_requires=["idna==3.7"],
      extras_require={"cli": ["click==8.1.7", "colorama==0.4.6"]})
