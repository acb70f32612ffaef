import os, sys
def f( x ):
  return   x+1
