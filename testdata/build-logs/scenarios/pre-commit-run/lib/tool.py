def run():
    print("debugging")
    return 1
