cdef unsigned int limit = 10

def total(rows):
    cdef int i, error
    for i in range(len(rows)):
        if i < limit:
            pass
    return sum(rows)

def unreachable():
    return 1
    print "never"
