def show():
    for n in range(20):
        print(f"ERROR {1000 + n}: sample text")
