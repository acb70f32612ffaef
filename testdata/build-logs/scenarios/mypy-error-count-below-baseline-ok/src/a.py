import yaml
import requests


def f(x: int) -> str:
    return x + 1


def g(y: str) -> int:
    return f(y)


class A:
    b: int = "x"
