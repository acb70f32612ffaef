LIGHT = True
