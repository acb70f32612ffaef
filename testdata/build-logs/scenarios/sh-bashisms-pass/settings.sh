name=x
