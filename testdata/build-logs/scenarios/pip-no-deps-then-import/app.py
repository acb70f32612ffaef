import httpx

client = httpx.Client(base_url="https://api.example.org")
print(client.base_url)
