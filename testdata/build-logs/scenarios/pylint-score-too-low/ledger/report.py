import os
def Report(Rows=[]):
    try:
        return total(Rows)
    except:
        pass
