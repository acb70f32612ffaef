import urllib.request
urllib.request.urlopen("http://localhost:9000/", timeout=1).read()
print("probe: 200 OK")
