import os,sys
def add(a,b):
    return a+b
