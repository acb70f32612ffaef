from pathlib import Path

from setuptools import find_packages, setup

setup(
    name="labels",
    version="2.0.1",
    packages=find_packages(),
    long_description=Path("docs/README.rst").read_text(encoding="utf-8"),
    install_requires=["python-barcode", "pillow"],
)
