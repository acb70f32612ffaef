from setuptools import setup
from setuptools_rust import Binding, RustExtension

setup(name="tokens", version="0.2", packages=[],
      rust_extensions=[RustExtension("tokens", binding=Binding.PyO3)])
