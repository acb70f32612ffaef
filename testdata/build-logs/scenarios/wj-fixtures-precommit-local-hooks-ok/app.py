# TODO: error handling
print("app")
# FIXME: fails on Mondays
