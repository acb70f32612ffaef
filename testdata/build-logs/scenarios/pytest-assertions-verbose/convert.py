def to_roman(number):
    result = ""
    for value, digit in ((10, "X"), (9, "IX"), (5, "V"), (1, "I")):
        while number >= value:
            result += digit
            number -= value
    return result
