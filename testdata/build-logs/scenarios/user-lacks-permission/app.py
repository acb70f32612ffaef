import os, sys
print("app: initialising the cache of error pages")
os.makedirs("cache/errors")
