import argparse

parser = argparse.ArgumentParser(prog="deploy")
parser.add_argument("--target", required=True)
parser.add_argument("--dry-run", action="store_true")
parser.parse_args()
