import humanize
from itsdangerous import Signer
from tabulate import tabulate


def run():
    print(humanize.intcomma(1000), tabulate([[1]]), Signer)
