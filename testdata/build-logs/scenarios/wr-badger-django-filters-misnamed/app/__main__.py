print("badger")
