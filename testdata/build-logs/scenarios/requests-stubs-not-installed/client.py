import requests
from dateutil import parser


def when(url: str) -> float:
    answer = requests.head(url, timeout=5)
    return parser.parse(answer.headers["Date"]).timestamp()
