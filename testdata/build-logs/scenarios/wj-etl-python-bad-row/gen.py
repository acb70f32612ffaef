import random

random.seed(8)
for day in range(4, 31):
    with open(f"in/2024-06-{day:02}.csv", "w") as file:
        file.write("shop,amount\n")
        for shop in ("north", "south", "east", "west"):
            amount = random.randrange(50, 400)
            if random.random() < 0.1:
                amount = ""
            if (day, shop) == (27, "south"):
                amount = '"1,080"'
            file.write(f"{shop},{amount}\n")
