from report import *

print(undefined_name)
