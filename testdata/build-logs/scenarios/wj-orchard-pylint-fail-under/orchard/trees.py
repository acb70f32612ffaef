import os
import re, sys
from datetime import *


class tree(object):
    def __init__(self, Name, age, height, width, sort, place, owner):
        self.name = Name
        self.age = age

    def grow(self):
        if self.age == None:
            return False
        else:
            self.age += 1
            self.hieght = self.age * 2
            return True


def prune(trees, l=[]):
    for i in range(len(trees)):
        try:
            l.append(trees[i].cut())
        except:
            pass
    return l
