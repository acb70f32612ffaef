import random

random.seed(4)
TEXTS = {
    "INFO": ["request {} served", "cache warmed in {} ms", "user {} logged in"],
    "WARN": ["slow query: {} ms", "retry {} of 5"],
    "ERROR": ["connection to db{} refused", "cannot open file /var/data/{}.bin: No such file or directory", "HTTP 500 for request {}"],
    "FATAL": ["worker {} killed by signal 9"],
}
for n in range(900):
    level = random.choices(list(TEXTS), [80, 12, 7, 1])[0]
    print(f"2024-06-0{1 + n // 300} 1{n % 10}:{n % 60:02}:00 {level} {random.choice(TEXTS[level]).format(random.randrange(1000))}")
