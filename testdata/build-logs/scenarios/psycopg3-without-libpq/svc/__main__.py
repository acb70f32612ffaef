import svc
print(svc.__version__)
