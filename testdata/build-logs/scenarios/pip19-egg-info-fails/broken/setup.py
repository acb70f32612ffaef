from setuptools import setup
import versioneer_example

setup(name="broken", version=versioneer_example.get_version())
