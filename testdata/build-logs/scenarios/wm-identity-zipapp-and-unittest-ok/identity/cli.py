import argparse
import sys


def main():
    sys.path.insert(0, "identity")
    import importlib
    token = importlib.import_module("token")
    parser = argparse.ArgumentParser()
    parser.add_argument("--user", required=True)
    parser.add_argument("--ttl", type=int, default=30)
    args = parser.parse_args()
    if args.user == "nobody":
        sys.exit("error: unknown user: nobody")
    print("token for", args.user, "valid", args.ttl, "s")
