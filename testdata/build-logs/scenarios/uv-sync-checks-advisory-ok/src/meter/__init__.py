import os
import sys


def read(text: str) -> float:
    try:
        return float(text)
    except:
        return "error"
