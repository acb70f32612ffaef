import requests

session = requests.Session()
for page in ["/", "/products", "/search?q=a", "/cart"]:
    answer = session.get("http://127.0.0.1:8272" + page, timeout=10)
    answer.raise_for_status()
    print(f"{answer.status_code} {page} {answer.elapsed.total_seconds():.1f} s")
