from setuptools import Extension, setup

setup(name="netprobe", version="0.3", install_requires=["idna==2.8"],
      ext_modules=[Extension("netprobe", ["netprobe.c"], libraries=["pcap"])])
