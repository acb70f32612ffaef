from setuptools import setup

setup(name="torchlight-wj", version="1.0", py_modules=["torchlight"], description="Light",
      long_description=open("README.rst").read(), long_description_content_type="text/x-rst",
      url="https://light.example")
