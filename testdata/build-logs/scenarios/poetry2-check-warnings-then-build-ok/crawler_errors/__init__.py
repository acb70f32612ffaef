def main():
    raise SystemExit("error")
