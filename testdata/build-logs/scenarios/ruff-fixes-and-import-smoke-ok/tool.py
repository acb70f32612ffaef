import sys, os
import json

def main(arguments):
    if not arguments:
        sys.exit("error: no input file")
main(sys.argv[1:])
