from setuptools import find_packages, setup

with open("requirements.txt", encoding="utf-8") as lines:
    requirements = [line.strip() for line in lines if line.strip()]

setup(name="acme-clients", version="1.3.0", packages=find_packages(), install_requires=requirements)
