import os
import sys


class cart:
    def __init__(self, items=[]):
        self.items = items
        self.total = 0
        self.count = 0
        self.currency = "EUR"
        self.discount = 0

    def add(self, item, price):
        self.items.append(item)
        self.total += price
        self.count += 1
        return self

    def remove(self, item):
        try:
            self.items.remove(item)
        except:
            pass
        return self

    def checkout(self, unused):
        if self.count == 0:
            return False
        else:
            return True
