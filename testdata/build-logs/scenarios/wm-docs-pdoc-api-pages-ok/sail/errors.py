"""Errors.

.. include:: ../nothing.md
"""
from __future__ import annotations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rigging import Mast


class SailError(Exception):
    """Something failed."""


def tear(mast: Mast, force: "Newton") -> None:
    """Tears a sail.

    Args:
        mast: where
        force: how

    Raises:
        SailError: always
    """
    raise SailError
