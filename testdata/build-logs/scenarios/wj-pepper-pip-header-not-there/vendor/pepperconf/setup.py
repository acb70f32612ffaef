from setuptools import Extension, setup

setup(name="pepperconf", version="0.4", ext_modules=[Extension("_pepperconf", ["conf.c"], libraries=["confuse"])],
      py_modules=["pepper"])
