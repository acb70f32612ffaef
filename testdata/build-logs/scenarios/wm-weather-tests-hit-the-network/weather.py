import requests


def today(city):
    answer = requests.get("http://weather-api.staging.acme.internal/v2/today", params={"city": city}, timeout=3)
    answer.raise_for_status()
    return answer.json()["temperature"]


def fahrenheit(celsius):
    return celsius * 9 / 5 + 32
