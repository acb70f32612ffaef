def main():
    print("lantern 3.0.0")
