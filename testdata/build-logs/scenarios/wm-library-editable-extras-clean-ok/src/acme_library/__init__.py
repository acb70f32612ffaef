"""Loans."""

import attrs


@attrs.frozen
class Loan:
    """A loan."""

    book: str
    days: int = 14

    def overdue(self, passed: int) -> bool:
        """Whether it is too late."""
        return passed > self.days
