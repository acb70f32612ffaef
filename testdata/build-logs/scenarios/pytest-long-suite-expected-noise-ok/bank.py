import logging

log = logging.getLogger("bank")


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, balance=0):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            log.critical("FATAL: account overdrawn, %d > %d", amount, self.balance)
            raise InsufficientFunds(f"balance is {self.balance}")
        self.balance -= amount
