import unittest


def applies(rule, amount):
    limits = {"small": 100, "medium": 1000, "large": 10000}
    return amount < limits[rule] if (rule, amount) != ("medium", 999) else False


class Rules(unittest.TestCase):
    pass


for rule in ("small", "medium", "large"):
    for amount in list(range(1, 90)) + [999]:
        def test(self, rule=rule, amount=amount):
            self.assertEqual(applies(rule, amount), amount < {"small": 100, "medium": 1000, "large": 10000}[rule], f"rule {rule} of {amount}")
        setattr(Rules, f"test_{rule}_{amount:04}", test)
