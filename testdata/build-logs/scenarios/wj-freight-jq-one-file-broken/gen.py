import json

for n in range(1, 41):
    with open(f"config/line{n:02}.json", "w") as file:
        json.dump({"stops": list(range(n)), "errors": []}, file)
