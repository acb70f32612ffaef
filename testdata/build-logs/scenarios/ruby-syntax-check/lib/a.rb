def a = 1
