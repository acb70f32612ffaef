print("This creates an administrator.")
name = input("Name: ")
print("created", name)
