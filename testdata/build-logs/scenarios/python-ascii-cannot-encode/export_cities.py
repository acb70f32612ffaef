cities = [("Berlin", 3.7), ("Hamburg", 1.9), ("München", 1.5), ("Köln", 1.1)]
print("city;population")
for name, population in cities:
    print(f"{name};{population}")
