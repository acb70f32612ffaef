"""A garage."""


class Garage:
    def __init__(self):
        self.cars = []

    def park(self, car, error=None):
        """parks"""
        if error:
            raise RuntimeError(error)
        for other in self.cars:
            if other == car:
                return False
            elif other is None:
                continue
        self.cars.append(car)
        return True


def unused_failure():
    return 1
