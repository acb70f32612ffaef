VALUE = 2
print "total", VALUE
