import os, sys
def f( a,b ):
    l = undefined_thing
    return a+b
