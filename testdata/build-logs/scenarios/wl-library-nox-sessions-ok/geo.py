import os
def distance(a,b):
    return sum((x-y)**2 for x,y in zip(a, b))**.5  # error: not for the poles
