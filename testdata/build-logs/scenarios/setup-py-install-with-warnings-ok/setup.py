from setuptools import find_packages, setup

setup(
    name="legacy-tool",
    version="1.0-beta_2",
    packages=find_packages(),
    license_file="LICENCE.txt",
    install_requires=["six==1.16.0", "python-dateutil==2.8.0"],
    extras_require={"dev": ["mock==4.0.3"]},
    tests_require=["mock"],
)
