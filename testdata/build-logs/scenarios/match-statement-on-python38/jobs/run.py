import sys


def main(arguments):
    match arguments:
        case ["--list"]:
            print("nightly")
        case _:
            print("usage: run --list")


main(sys.argv[1:])
