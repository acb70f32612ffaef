import logging

logging.basicConfig(level=logging.INFO)
from tasks import divide, fetch

print("fetch:", fetch.delay("http://feed.example.org/").get())
result = divide.delay(1, 0)
print("divide 1/0:", result.state, repr(result.result))
print("divide 6/3:", divide.delay(6, 3).get())
