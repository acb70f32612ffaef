import urllib.request

for name in ("rates.json", "banks.json"):
    print("fetching", name)
    urllib.request.urlopen(f"https://localhost:8662/{name}")
