import configparser
import sys


def load(path):
    parser = configparser.ConfigParser()
    parser.read(path)
    return parser


def main():
    settings = load("settings.ini")
    print("collecting static files into", settings["static"]["root"])
    for number in range(120):
        print(f"copied /app/assets/img/{number:03d}-error.svg")
    print("manifest version", settings["manifest"]["version"])


if __name__ == "__main__":
    sys.exit(main())
