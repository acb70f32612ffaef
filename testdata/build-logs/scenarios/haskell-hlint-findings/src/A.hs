module A where
f xs = concat (map show xs)
g x = if x == True then not False else False
