def add(a, b):
    return a + b


def divide(a, b):
    if b == 0:
        raise ZeroDivisionError("division by zero beads")
    return a // b


def roman(number):
    result = ""
    for value, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            result += letters
            number -= value
    if not result:
        raise ValueError("no Roman zero")
    return result


def words(number):
    if number == 1:
        return "one"
    if number == 2:
        return "two"
    return "many"
