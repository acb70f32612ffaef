from distutils.core import setup
from distutils.command.build_py import build_py

setup(name="probe", version="0.3", py_modules=["probe"], cmdclass={"build_py": build_py})
