import os,sys
def crates(n):
  if n < 0: raise ValueError("error: negative crates")
  return n * 12
