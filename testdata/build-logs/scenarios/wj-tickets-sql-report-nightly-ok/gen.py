import random

random.seed(11)
with open("tickets.csv", "w") as file:
    for n in range(1, 241):
        hours = "" if n % 9 == 0 else round(random.random() * 40, 1)
        state = random.choice(["open", "closed", "failed", "error"])
        text = random.choice(["cannot log in", "printer failed", "Error 0x80", "file not found"])
        file.write(f"{n},{state},{hours},{text}\n")
