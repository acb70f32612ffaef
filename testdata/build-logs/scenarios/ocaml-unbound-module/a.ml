let f s = Str.split (Str.regexp " ") s
