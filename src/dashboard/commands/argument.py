"""What an argument of a command may be, each told in words where it is something else."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from collections.abc import Callable

from dashboard.data.cells import is_address

_DIGITS = re.compile("[0-9]{1,9}")


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number within two bounds, both included."""

    def read(text: str) -> int:
        if not _DIGITS.fullmatch(text) or not least <= int(text) <= most:
            raise ArgumentTypeError(f"a whole number from {least} to {most} is expected, not {text[:40]!r}")
        return int(text)

    return read


def address(text: str) -> str:
    """Reads the address of a folder of the web; an empty text is none."""
    if text and (not is_address(text) or set("?#") & set(text)):
        raise ArgumentTypeError(
            f"an address such as https://example.org/atlas/ is expected, not {text[:40]!r}"
        )
    return text
