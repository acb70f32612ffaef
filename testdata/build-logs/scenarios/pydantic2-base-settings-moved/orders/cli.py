import argparse

from orders.settings import settings

parser = argparse.ArgumentParser()
parser.add_argument("--version", action="version", version="orders 1.4.0")
parser.parse_args()
