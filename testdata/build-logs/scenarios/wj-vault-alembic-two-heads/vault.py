def code(number):
    if not 0 <= number < 10000:
        raise ValueError("a code has four digits")
    return f"{number:04}"
