def main():
    print("failtool: 0 failures")
