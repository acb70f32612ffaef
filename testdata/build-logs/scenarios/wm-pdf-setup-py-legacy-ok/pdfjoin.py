import sys


def join(parts):
    if not parts:
        raise ValueError("nothing to join")
    return b"".join(parts)


def main():
    print("usage: pdfjoin OUT IN...")
    return 0 if "--help" in sys.argv else 2
