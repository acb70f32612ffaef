"""A probe."""


def main():
    print("probe")
