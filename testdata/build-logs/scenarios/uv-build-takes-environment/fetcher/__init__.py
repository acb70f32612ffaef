import os
import httpx


def fetch(url):
    try:
        return httpx.get(url, timeout=1).text
    except httpx.ConnectError as error:
        print(f"ERROR: {error}")
        return None
