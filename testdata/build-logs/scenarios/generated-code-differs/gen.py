names = ["active", "blocked", "closed"]
with open("states.py", "w") as out:
    for number, name in enumerate(names):
        out.write(f"{name.upper()} = {number}\n")
