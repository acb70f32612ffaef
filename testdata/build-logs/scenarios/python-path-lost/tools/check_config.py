from shop import config

print("checking", config.NAME)
