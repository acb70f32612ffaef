import requests
import yaml


def fetch(url: str) -> object:
    answer = requests.get(url, timeout=10)
    answer.raise_for_status()
    return yaml.safe_load(answer.text)
