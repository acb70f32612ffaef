"""Lists the plugins in plugins/ and loads each."""
import argparse
import imp
import pathlib

for file in pathlib.Path("plugins").glob("*.py"):
    imp.load_source(file.stem, str(file))
