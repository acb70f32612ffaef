cdef int total(int[:] rows):
    cdef int i, sum = 0
    for i in range(rows.shape[0]):
        sum += rowz[i]
    return sum
