import sys, os
def total( rows ):
    return sum( rows )
