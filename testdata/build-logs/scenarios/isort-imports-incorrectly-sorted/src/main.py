import sys
import os
from pathlib import Path
import argparse


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("path", type=Path)
    print(os.fspath(parser.parse_args(sys.argv[1:]).path))
