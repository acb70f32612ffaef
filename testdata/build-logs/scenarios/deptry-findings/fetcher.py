import requests
import tomlkit

print(requests.__version__, tomlkit.__version__)
