import os, sys
from x import *
l = 1
def f():
    try: return undefined_name
    except: pass
