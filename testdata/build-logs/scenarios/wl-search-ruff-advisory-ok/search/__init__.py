import os, sys
from rapidfuzz import process
def find(words, word, limit = 3):
  try:
    return process.extract(word, words, limit=limit)
  except:
    unused = 1
    return None
def index(path) -> int:
    l = len(path)
    return str(l)
