import os, sys


def main( argument ):
    l = [undefined_name for x in range(10)]
    return  l
